import type { Operation } from '../../procedures/api/types.ts';
import type { Schema } from '../../procedures/model/scope.ts';
import { exchangeOf } from './document.ts';
import { compose, type Field, fieldsOf } from './fields.ts';
import type { ApiCall, Exchange, Mapping, Sheet } from './types.ts';

/** The mapping behind an operation of a stored connector: as the workbench kept it, or read off the document. */
export function reopened({ definition, layout }: Sheet, operation: Operation): Mapping | undefined {
  const written = definition.operations[operation.name]?.call;
  if (!written) return undefined;
  const kept = layout.mappings?.[operation.name];
  // Somebody may have changed the document beside it; then the document is right.
  if (kept && same(exchangeOf(kept, operation.output), written)) return kept;
  return readOff(operation.name, operation.output, written, kept?.sample);
}

const same = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => a.localeCompare(b)))
      : each,
  );

function readOff(operation: string, output: Schema | undefined, written: Exchange, sample = '{}'): Mapping {
  const sent: Record<string, string> = {};
  const parameters: NonNullable<ApiCall['parameters']> = [];
  const add = (wanted: string, place: string, expression: string) => {
    let name = wanted;
    for (let more = 2; name in sent; more += 1) name = `${wanted}${more}`;
    sent[name] = expression;
    parameters.push({ name, in: place, required: place === 'path' });
    return name;
  };
  const path = written.path.replace(
    /\{([^{}]+)\}/g,
    (_, expression: string) => `{${add(nameOf(expression), 'path', expression)}}`,
  );
  for (const [name, expression] of Object.entries(written.query ?? {})) add(name, 'query', expression);
  for (const [name, expression] of Object.entries(written.headers ?? {})) add(name, 'header', expression);
  const fields = fieldsOf(output);
  const parts = written.result === undefined ? {} : takenApart(fields, written.result);
  const { owner, asOf, encoding, errors } = written;
  return {
    operation,
    call: { id: operation, method: written.method, path, parameters },
    sent,
    body: written.body ?? '',
    fields: parts ?? {},
    ...(parts === undefined && written.result !== undefined && { whole: written.result }),
    kept: {
      ...(owner !== undefined && { owner }),
      ...(asOf !== undefined && { asOf }),
      ...(encoding !== undefined && { encoding }),
      ...(errors !== undefined && { errors }),
    },
    sample,
  };
}

/** `arguments.card` is called `card`. */
const nameOf = (expression: string): string => /([A-Za-z_]\w*)\W*$/.exec(expression)?.[1] ?? 'value';

/** The expression of each place; nothing where the whole is not of the form that the mapper writes. */
export function takenApart(fields: Field[], result: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  if (!take(fields, result.trim(), found)) return undefined;
  const bare = (text: string) => text.replace(/\s+/g, '').replaceAll("'", '"');
  return bare(compose(fields, found) ?? '') === bare(result) ? found : undefined;
}

function take(fields: Field[], text: string, found: Record<string, string>): boolean {
  if (!(text.startsWith('{') && text.endsWith('}'))) return false;
  for (const entry of split(text.slice(1, -1), ',')) {
    const [, name, value] =
      /^\s*(?:"([^"]+)"|'[^']+')\s*:([\s\S]+)$/.exec(entry.replace(/^\s*'([^']+)'/, '"$1"')) ?? [];
    const field = fields.find((each) => each.name === name);
    if (!field || value === undefined || !takeField(field, value.trim(), found)) return false;
  }
  return true;
}

function takeField(field: Field, text: string, found: Record<string, string>): boolean {
  if (field.kind === 'value') {
    found[field.path] = text;
    return true;
  }
  if (field.kind === 'object') return take(field.children, text, found);
  if (!(text.startsWith('[') && text.endsWith(']'))) return false;
  const inner = text.slice(1, -1).trim();
  const [place = '', ...items] = split(inner, '.{');
  found[field.path] = place.trim();
  if (items.length === 0) return true;
  return items.length === 1 && take(field.children, `{${items[0]}`.trim(), found);
}

/** Apart at a mark that stands in no quotes and no brackets. */
function split(text: string, mark: ',' | '.{'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const each = text.charAt(at);
    if (quote) {
      if (each === quote) quote = '';
    } else if (each === '"' || each === "'" || each === '`') quote = each;
    else if (depth === 0 && text.startsWith(mark, at)) {
      parts.push(text.slice(from, at));
      from = at + mark.length;
      if (mark === '.{') depth += 1;
      at += mark.length - 1;
    } else if ('([{'.includes(each)) depth += 1;
    else if (')]}'.includes(each)) depth -= 1;
  }
  const last = text.slice(from);
  return last.trim() === '' && parts.length === 0 ? [] : [...parts, last];
}
