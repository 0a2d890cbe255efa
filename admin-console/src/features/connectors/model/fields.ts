import type { Schema } from '../../procedures/model/scope.ts';

/** A place in an operation's result. */
export interface Field {
  path: string;
  name: string;
  kind: 'value' | 'object' | 'list';
  required: boolean;
  hint: string;
  children: Field[];
}

/** The places that a result's schema has, as a tree. */
export function fieldsOf(schema: Schema | undefined, prefix = ''): Field[] {
  return Object.entries(schema?.properties ?? {}).map(([name, each]) => {
    const list = each.type === 'array';
    const path = prefix + name + (list ? '[]' : '');
    const inner = list ? each.items : each;
    const children = fieldsOf(inner, `${path}.`);
    return {
      path,
      name,
      kind: list ? 'list' : children.length > 0 ? 'object' : 'value',
      required: schema?.required?.includes(name) ?? false,
      hint: hintOf(list ? (each.items ?? {}) : each),
      children,
    };
  });
}

function hintOf(schema: Schema): string {
  if (schema.enum) return schema.enum.join(', ');
  if (schema['x-reference']) return `reference: ${schema['x-reference']}`;
  return schema.format ?? schema.type ?? '';
}

/** All of them, in the order in which they are shown. */
export const flat = (fields: Field[]): Field[] => fields.flatMap((each) => [each, ...flat(each.children)]);

/** The expression of the whole result; nothing while no field has one. */
export function compose(fields: Field[], written: Record<string, string>): string | undefined {
  const parts = fields.flatMap((field) => {
    const part = partOf(field, written);
    return part === undefined ? [] : [`"${field.name}": ${part}`];
  });
  return parts.length === 0 ? undefined : `{${parts.join(', ')}}`;
}

function partOf(field: Field, written: Record<string, string>): string | undefined {
  const own = written[field.path]?.trim() || undefined;
  if (field.kind === 'value') return own;
  const inner = compose(field.children, written);
  if (field.kind === 'object') return inner;
  if (!own) return undefined;
  // In brackets: otherwise a list of one comes out as its only item.
  return inner === undefined ? `[${own}]` : `[${own}.${inner}]`;
}

/** What is tried for each place: inside a list, over its first item. */
export function trials(
  fields: Field[],
  written: Record<string, string>,
  item?: string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of fields) {
    const own = written[field.path]?.trim();
    const here = own && item ? `(${item}).(${own})` : own;
    if (here) found[field.path] = here;
    const inside = field.kind === 'list' ? (here ? `(${here})[0]` : undefined) : item;
    if (field.kind !== 'list' || inside) Object.assign(found, trials(field.children, written, inside));
  }
  return found;
}

/** A first guess: what has the same name in the sample. */
export function guessed(fields: Field[], sample: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  const fill = (list: Field[], value: unknown, prefix: string) => {
    for (const field of list) {
      if (field.kind === 'object') fill(field.children, value, prefix);
      else if (field.kind === 'list') {
        const place = listIn(value);
        if (!place) continue;
        found[field.path] = prefix + place.path;
        fill(field.children, place.first, '');
      } else {
        const place = named(value, field.name);
        if (place) found[field.path] = prefix + place;
      }
    }
  };
  fill(fields, sample, 'response.');
  return found;
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function named(value: unknown, name: string): string | undefined {
  if (!isObject(value)) return undefined;
  for (const [key, each] of Object.entries(value)) {
    if (plain(key) === plain(name) && !isObject(each)) return quoted(key);
  }
  for (const [key, each] of Object.entries(value)) {
    const deeper = named(each, name);
    if (deeper) return `${quoted(key)}.${deeper}`;
  }
  return undefined;
}

function listIn(value: unknown): { path: string; first: unknown } | undefined {
  if (!isObject(value)) return undefined;
  for (const [key, each] of Object.entries(value)) {
    if (Array.isArray(each)) return { path: quoted(key), first: each[0] };
    const deeper = listIn(each);
    if (deeper) return { path: `${quoted(key)}.${deeper.path}`, first: deeper.first };
  }
  return undefined;
}

/** As JSONata writes a name. */
export const quoted = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``);
