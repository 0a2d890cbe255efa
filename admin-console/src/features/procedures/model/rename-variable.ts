import type { Definition, Expressions, Node, Sheet, Wording } from './definition.ts';
import { changeDefinition } from './edits.ts';

/** Another name for a variable or an input, wherever it is kept, set, read or said. */
export function renameVariable(sheet: Sheet, from: string, to: string): Sheet {
  const { inputs, variables, nodes } = sheet.definition;
  if (from === to || to in inputs || to in variables) return sheet;
  const names = (record: Record<string, string>) =>
    Object.fromEntries(Object.entries(record).map(([name, type]) => [name === from ? to : name, type]));
  return changeDefinition(sheet, {
    inputs: names(inputs),
    variables: names(variables),
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, node]) => [id, inNode(node, from, to)]),
    ) as Definition['nodes'],
  });
}

function inNode(node: Node, from: string, to: string): Node {
  const read = (expression: string | undefined) => expression && inExpression(expression, from, to);
  const values = (map: Expressions | undefined) =>
    map &&
    Object.fromEntries(Object.entries(map).map(([key, value]) => [key, inExpression(value, from, to)]));
  const said = (wording: Wording | undefined) =>
    wording &&
    Object.fromEntries(Object.entries(wording).map(([language, text]) => [language, inText(text, from, to)]));
  const name = (kept: string | undefined) => (kept === from ? to : kept);
  const keys = (map: Record<string, string> | undefined) =>
    map && Object.fromEntries(Object.entries(map).map(([key, value]) => [key === from ? to : key, value]));
  const text = 'text' in node ? { text: said(node.text) } : {};
  return present(node, { ...text, ...fields() });

  function fields(): object {
    switch (node.type) {
      case 'ask': {
        const { answer } = node;
        const asked = { from: read(answer.from), value: read(answer.value), label: said(answer.label) };
        return { into: name(node.into), answer: present(answer, asked) };
      }
      case 'operation':
        return { with: values(node.with), into: name(node.into) };
      case 'decide':
        return { cases: node.cases.map((each) => ({ ...each, when: inExpression(each.when, from, to) })) };
      case 'answer':
        return { set: keys(values(node.set)) };
      case 'classify':
        return { of: read(node.of) };
      case 'notify':
        return { reference: read(node.reference) };
      case 'handoff':
        return { facts: values(node.facts) };
      case 'subflow':
        return { with: values(node.with), into: keys(node.into) };
      default:
        return {};
    }
  }
}

/** What was left out stays left out. */
const present = <T extends object>(whole: T, part: object): T =>
  Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [
      key,
      key in part ? (part as Record<string, unknown>)[key] : value,
    ]),
  ) as unknown as T;

const inText = (text: string, from: string, to: string): string =>
  text.replace(/\$\{([^}]*)\}/g, (_, expression: string) => `\${${inExpression(expression, from, to)}}`);

/** Texts in quotes stay as they are, and so does a field of something else that is called the same. */
function inExpression(expression: string, from: string, to: string): string {
  const word = new RegExp(`(?<![\\w.])${from}(?!\\w)`, 'g');
  return expression
    .split(/('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/)
    .map((part, place) => (place % 2 === 1 ? part : part.replace(word, to)))
    .join('');
}
