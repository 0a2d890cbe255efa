import type { Schema } from '../../procedures/model/scope.ts';
import { compose, fieldsOf, guessed } from './fields.ts';
import type { ApiCall, Auth, Connector, Exchange, Mapping, Sheet } from './types.ts';

const CUSTOMER = /customer|client|party|member|holder/i;
const ONCE = /idempot/i;

/** How a call would serve an operation, as far as names tell. */
export function begun(
  operation: string,
  input: Schema | undefined,
  output: Schema | undefined,
  call: ApiCall,
): Mapping {
  const sent: Record<string, string> = {};
  for (const each of call.parameters ?? []) {
    if (ONCE.test(each.name)) continue;
    sent[each.name] = senderOf(each.name, input);
  }
  return {
    operation,
    call,
    sent,
    body: '',
    fields: guessed(fieldsOf(output), call.sampleResponse),
    sample: JSON.stringify(call.sampleResponse ?? {}, null, 2),
  };
}

function senderOf(parameter: string, input: Schema | undefined): string {
  if (CUSTOMER.test(parameter)) return 'customerRef';
  const known = Object.keys(input?.properties ?? {}).find((name) =>
    parameter.toLowerCase().includes(name.toLowerCase()),
  );
  return known ? `arguments.${known}` : '';
}

/** The call as the document has it. */
export function exchangeOf(mapping: Mapping, output: Schema | undefined): Exchange {
  const { call, sent } = mapping;
  const of = (place: string) =>
    Object.fromEntries(
      (call.parameters ?? [])
        .filter((each) => each.in === place && sent[each.name]?.trim())
        .map((each) => [each.name, sent[each.name]?.trim() ?? '']),
    );
  const query = of('query');
  const headers = of('header');
  const result = mapping.whole ?? compose(fieldsOf(output), mapping.fields);
  const errors = mapping.kept ? (mapping.kept.errors ?? []) : errorsOf(call.errorStatuses ?? []);
  return {
    method: call.method,
    path: call.path.replace(/\{([^}]+)\}/g, (whole, name: string) =>
      sent[name]?.trim() ? `{${sent[name]}}` : whole,
    ),
    ...(Object.keys(query).length > 0 && { query }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(mapping.body.trim() && { body: mapping.body.trim() }),
    ...mapping.kept,
    ...(result && { result }),
    ...(errors.length > 0 && { errors }),
  };
}

const errorsOf = (statuses: string[]) => [
  ...(statuses.includes('404') ? [{ status: '404', means: 'NOT_FOUND' }] : []),
  ...(statuses.includes('422') ? [{ status: '422', means: 'REFUSED' }] : []),
];

/** The connector with one operation more, or done another way. */
export function withMapping(
  { definition, layout }: Sheet,
  mapping: Mapping,
  output: Schema | undefined,
): Sheet {
  const once = (mapping.call.parameters ?? []).find((each) => ONCE.test(each.name))?.name;
  const before = definition.operations[mapping.operation];
  return {
    definition: {
      ...definition,
      operations: {
        ...definition.operations,
        [mapping.operation]: {
          ...before,
          call: exchangeOf(mapping, output),
          ...(once && { idempotencyHeader: once }),
        },
      },
    },
    layout: { ...layout, mappings: { ...layout.mappings, [mapping.operation]: mapping } },
  };
}

export function without({ definition, layout }: Sheet, operation: string): Sheet {
  const { [operation]: _, ...operations } = definition.operations;
  const { [operation]: __, ...mappings } = layout.mappings ?? {};
  return { definition: { ...definition, operations }, layout: { ...layout, mappings } };
}

export const withAuth = (sheet: Sheet, auth: Auth): Sheet => ({
  ...sheet,
  definition: {
    ...sheet.definition,
    auth: Object.fromEntries(
      Object.entries(auth).filter(
        ([, value]) => value !== null && value !== undefined && value !== '' && value !== false,
      ),
    ) as unknown as Auth,
  },
});

export const blank = (name: string, title: string): Sheet => ({
  definition: {
    connector: 1,
    name,
    version: 1,
    ...(title && { title }),
    auth: { type: 'NONE' },
    operations: {},
  },
  layout: {},
});

/** The document in a file, or why it is none. */
export function documentIn(text: string): Connector | string {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return 'This is no JSON object';
    const { connector, operations } = read as Partial<Connector>;
    if (connector !== 1) return 'This is no connector: “connector” must be 1';
    if (typeof operations !== 'object' || operations === null) return 'This connector has no operations';
    return read as Connector;
  } catch {
    return 'This is no JSON';
  }
}
