/** Reads expressions (CEL) as far as telling which words in them are variables. */

export interface Token {
  kind: 'name' | 'value' | 'sign';
  text: string;
  at: number;
}

const SPACE = /(?:\s+|\/\/[^\n]*)+/y;
const TEXT = /[bB]?([rR]?)("""|'''|"|')/y;
const NUMBER = /0[xX][0-9a-fA-F]+[uU]?|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?[uU]?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
/** Names that the language has taken, or keeps for itself. */
const KEYWORDS = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);
/** Their first argument is a name that holds in the others. */
const MACROS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
/** What every expression may read besides the variables. */
const GIVEN = new Set(['customer', 'now', 'today', 'lastMessage', 'it']);

export const isTaken = (name: string): boolean => KEYWORDS.has(name) || GIVEN.has(name);

/** Also of what is half written: a text without its end goes on to the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (let at = 0; at < text.length; ) {
    const space = match(SPACE, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    const quote = match(TEXT, at);
    const end = quote ? endOfText(text, at + quote[0].length, quote[2] ?? '"', quote[1] !== '') : at;
    const afterValue = tokens.at(-1)?.kind !== 'sign' && tokens.length > 0;
    // In `a.5` there is no number; after a sign `.5` is one.
    const number = text[at] === '.' && afterValue ? null : match(NUMBER, at);
    const name = match(NAME, at);
    const [kind, length] = quote
      ? (['value', end - at] as const)
      : number
        ? (['value', number[0].length] as const)
        : name
          ? (['name', name[0].length] as const)
          : (['sign', 1] as const);
    tokens.push({ kind, text: text.slice(at, at + length), at });
    at += length;
  }
  return tokens;
}

function endOfText(text: string, from: number, quote: string, raw: boolean): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && !raw) at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
  }
  return text.length;
}

export interface Reading extends Token {
  /** Names that stand for something else here, because a macro around it says so. */
  bound: readonly string[];
}

interface Bracket {
  macro: boolean;
  /** A message's fields are no variables. */
  fields: boolean;
  argument: number;
  bound?: string;
}

/** Every place where a variable is read. */
export function readingsOf(text: string): Reading[] {
  const tokens = tokensOf(text);
  const open: Bracket[] = [];
  const found: Reading[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const around = open.at(-1);
    if (token.kind === 'sign') {
      if ('([{'.includes(token.text)) {
        const method = before?.kind === 'name' && isSelected(tokens, index - 1);
        open.push({
          macro: token.text === '(' && method && MACROS.has(before.text),
          fields: token.text === '{' && before?.kind === 'name' && before.text !== 'in',
          argument: 0,
        });
      } else if (')]}'.includes(token.text)) open.pop();
      else if (token.text === ',' && around) around.argument++;
      return;
    }
    if (token.kind !== 'name' || KEYWORDS.has(token.text)) return;
    if (around?.macro && around.argument === 0 && before?.text === '(' && after?.text === ',') {
      around.bound = token.text;
      return;
    }
    const field = around?.fields && (before?.text === '{' || before?.text === ',') && after?.text === ':';
    if (isSelected(tokens, index) || after?.text === '(' || field) return;
    const bound = open.flatMap((each) => (each.bound && each.argument > 0 ? [each.bound] : []));
    if (!bound.includes(token.text)) found.push({ ...token, bound });
  });
  return found;
}

/** Whether a name is a field or a method of what stands before its dot. */
function isSelected(tokens: readonly Token[], index: number): boolean {
  let dot = index - 1;
  // `a.?b` reads a field that may not be there.
  if (tokens[dot]?.text === '?' && tokens[dot - 1]?.text === '.') dot--;
  const owner = tokens[dot - 1];
  return (
    tokens[dot]?.text === '.' && owner !== undefined && (owner.kind !== 'sign' || ')]}'.includes(owner.text))
  );
}

export const reads = (text: string, name: string): boolean =>
  readingsOf(text).some((each) => each.text === name);

/** Whether `to` would stand for something else where `from` is read. */
export const wouldBeCaught = (text: string, from: string, to: string): boolean =>
  readingsOf(text).some((each) => each.text === from && each.bound.includes(to));

export function renamed(text: string, from: string, to: string): string {
  let result = '';
  let at = 0;
  for (const each of readingsOf(text).filter(({ text: name }) => name === from)) {
    result += text.slice(at, each.at) + to;
    at = each.at + from.length;
  }
  return result + text.slice(at);
}

/** A text with `${expression}` in it, taken apart: words and expressions by turns, words first. */
export function partsOf(template: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const open = template.indexOf('${', from);
    const close = open < 0 ? -1 : closeOf(template, open + 2);
    if (close < 0) return [...parts, template.slice(from)];
    parts.push(template.slice(from, open), template.slice(open + 2, close));
    from = close + 1;
  }
}

/** Where the expression ends: braces of maps and quoted ones do not count. */
function closeOf(template: string, from: number): number {
  let depth = 0;
  for (const { text, at, kind } of tokensOf(template.slice(from))) {
    if (kind !== 'sign') continue;
    if (text === '{') depth++;
    if (text === '}' && depth-- === 0) return from + at;
  }
  return -1;
}

/** @param change each expression in it; the words stay */
export const inTemplate = (template: string, change: (expression: string) => string): string =>
  partsOf(template)
    .map((part, index) => (index % 2 === 0 ? part : `\${${change(part)}}`))
    .join('');
