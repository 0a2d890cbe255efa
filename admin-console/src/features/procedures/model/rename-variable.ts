import { inTemplate, isTaken, partsOf, renamed, wouldBeCaught } from './cel.ts';
import {
  type Definition,
  type Expressions,
  NAME,
  type Node,
  type Sheet,
  type Wording,
} from './definition.ts';

/** Why a variable or input cannot get this name; undefined if it can. */
export function nameProblem({ definition }: Sheet, from: string, to: string): string | undefined {
  if (to === from) return undefined;
  if (!NAME.test(to)) return 'Letters, digits and _, a letter first';
  if (to in definition.inputs || to in definition.variables) return 'There is one of this name';
  if (isTaken(to)) return 'Expressions have this name for something else';
  let caught = false;
  eachExpression(definition, (expression) => {
    caught ||= wouldBeCaught(expression, from, to);
    return expression;
  });
  return caught ? `An expression that reads ${from} uses this name for an entry of a list` : undefined;
}

/** The new name wherever the old one was kept or read: in steps, expressions and texts. What is said in texts stays as it is. */
export function renameVariable(sheet: Sheet, from: string, to: string): Sheet {
  if (to === from || nameProblem(sheet, from, to)) return sheet;
  const named = <T>(record: Record<string, T>) => renamedKeys(record, from, to);
  const { definition } = sheet;
  const changed = eachExpression(definition, (expression) => renamed(expression, from, to));
  return {
    ...sheet,
    definition: {
      ...changed,
      inputs: named(definition.inputs),
      variables: named(definition.variables),
      nodes: Object.fromEntries(
        Object.entries(changed.nodes).map(([id, node]) => [id, kept(node, from, to)]),
      ),
    },
  };
}

/** Where a step puts its outcome. */
function kept(node: Node, from: string, to: string): Node {
  switch (node.type) {
    case 'ask':
    case 'operation':
      return node.into === from ? { ...node, into: to } : node;
    case 'answer':
      return node.set ? { ...node, set: renamedKeys(node.set, from, to) } : node;
    case 'subflow':
      // Ours on the left, those of the other procedure on the right.
      return node.into ? { ...node, into: renamedKeys(node.into, from, to) } : node;
    default:
      return node;
  }
}

type Change = (expression: string) => string;

function eachExpression(definition: Definition, change: Change): Definition {
  const nodes = Object.entries(definition.nodes).map(([id, node]) => [id, inNode(node, change)] as const);
  return { ...definition, nodes: Object.fromEntries(nodes) };
}

function inNode(node: Node, change: Change): Node {
  switch (node.type) {
    case 'ask': {
      const { from, value, label } = node.answer;
      const answer = {
        ...node.answer,
        ...(from === undefined ? {} : { from: change(from) }),
        ...(value === undefined ? {} : { value: change(value) }),
        ...(label === undefined ? {} : { label: inWording(label, change) }),
        ...(node.answer.choices
          ? {
              choices: node.answer.choices.map((each) => ({ ...each, label: inWording(each.label, change) })),
            }
          : {}),
      };
      return { ...node, text: inWording(node.text, change), answer };
    }
    case 'operation':
      return { ...node, with: inAll(node.with, change) };
    case 'decide':
      return { ...node, cases: node.cases.map((each) => ({ ...each, when: change(each.when) })) };
    case 'answer':
      return { ...node, ...said(node, change), ...(node.set ? { set: inAll(node.set, change) } : {}) };
    case 'classify':
      return node.of === undefined ? node : { ...node, of: change(node.of) };
    case 'notify':
      return node.reference === undefined ? node : { ...node, reference: change(node.reference) };
    case 'handoff':
      return {
        ...node,
        text: inWording(node.text, change),
        ...(node.facts ? { facts: inAll(node.facts, change) } : {}),
      };
    case 'subflow':
      return node.with ? { ...node, with: inAll(node.with, change) } : node;
    case 'approve':
      return { ...node, text: inWording(node.text, change) };
    case 'confirm':
    case 'end':
      return { ...node, ...said(node, change) };
    case 'verify':
    case 'wait':
      return node;
  }
}

const said = ({ text }: { text?: Wording }, change: Change): { text?: Wording } =>
  text ? { text: inWording(text, change) } : {};

const inWording = (wording: Wording, change: Change): Wording =>
  mapped(wording, (text) => (partsOf(text).length > 1 ? inTemplate(text, change) : text));

const inAll = (expressions: Expressions, change: Change): Expressions => mapped(expressions, change);

const mapped = (record: Record<string, string>, change: (value: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const renamedKeys = <T>(record: Record<string, T>, from: string, to: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
