import type { Definition } from './definition.ts';

/** The part of JSON Schema that the catalogue uses. */
export interface Schema {
  type?: string;
  format?: string;
  enum?: string[];
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  'x-reference'?: string;
  'x-money'?: boolean;
}
export interface Readable {
  path: string;
  type: string;
}
type Outputs = (operation: string) => Schema | undefined;

const ALWAYS: Readable[] = [
  { path: 'customer.language', type: 'text' },
  { path: 'customer.assurance', type: 'text' },
  { path: 'now', type: 'time' },
  { path: 'today', type: 'date' },
  { path: 'lastMessage', type: 'text' },
  { path: 'receipt', type: 'text' },
];

/** What an expression may read: variables with the fields of their results, then what is always there. */
export function readables(definition: Definition, outputs: Outputs): Readable[] {
  const all = { ...definition.inputs, ...definition.variables };
  const found = Object.entries(all).flatMap(([name, type]) => [
    { path: name, type },
    ...fieldsOf(name, schemaOf(type, outputs)),
  ]);
  return [...found, ...ALWAYS];
}

/** The fields of one entry of the list that an expression such as `cards.cards` gives. */
export function entryFields(definition: Definition, from: string, outputs: Outputs): Readable[] {
  const [name = '', ...path] = from.split('.');
  const type = definition.variables[name] ?? definition.inputs[name] ?? '';
  let schema = schemaOf(type, outputs);
  for (const each of path) schema = schema?.properties?.[each];
  return [{ path: 'it', type: 'entry' }, ...fieldsOf('it', schema?.items)];
}

function schemaOf(type: string, outputs: Outputs): Schema | undefined {
  const [kind, operation = '', list = ''] = type.split(':');
  if (kind === 'result') return outputs(operation);
  if (kind === 'item') return outputs(operation)?.properties?.[list]?.items;
  return undefined;
}

function fieldsOf(prefix: string, schema: Schema | undefined, depth = 0): Readable[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, each]) => [
    { path: `${prefix}.${name}`, type: typeOf(each) },
    ...(depth < 2 && !each['x-money'] ? fieldsOf(`${prefix}.${name}`, each, depth + 1) : []),
  ]);
}

/** A field's type in the words of a definition. */
export function typeOf(schema: Schema): string {
  if (schema['x-reference']) return `reference:${schema['x-reference']}`;
  if (schema['x-money']) return 'money';
  if (schema.type === 'array') return 'list';
  if (schema.type === 'object') {
    const names = Object.keys(schema.properties ?? {});
    return names.includes('minor') && names.includes('currency') ? 'money' : 'fields';
  }
  if (schema.format === 'date') return 'date';
  if (schema.format === 'date-time') return 'time';
  return schema.type === 'string' || !schema.type ? 'text' : schema.type;
}

/** Types that a variable can have, for the pickers; results and entries follow from the operations used. */
export function variableTypes(definition: Definition, kinds: readonly string[]): string[] {
  const used = Object.values(definition.nodes).flatMap((node) =>
    node.type === 'operation' && node.operation ? [`result:${node.operation}`] : [],
  );
  const held = Object.values({ ...definition.inputs, ...definition.variables });
  const plain = ['text', 'integer', 'boolean', 'date', 'time', 'money'];
  return [...new Set([...plain, ...kinds.map((kind) => `reference:${kind}`), ...used, ...held])];
}

/** The arguments of an operation for which there is only one reference to tell. */
export function onlyArguments(
  definition: Definition,
  input: Schema,
  outputs: Outputs,
): Record<string, string> {
  const all = readables(definition, outputs);
  return Object.fromEntries(
    Object.entries(input.properties ?? {}).flatMap(([name, each]) => {
      const kind = each['x-reference'];
      const fitting = all.filter(({ type }) => kind !== undefined && type === `reference:${kind}`);
      const only = fitting[0];
      return fitting.length === 1 && only ? [[name, only.path]] : [];
    }),
  );
}
