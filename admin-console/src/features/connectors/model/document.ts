import type { Schema } from '../../procedures/model/scope.ts';
import { compose, fieldsOf, guessed } from './fields.ts';
import type { ApiCall, Auth, Connector, Exchange, Mapping } from './types.ts';

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
  const result = compose(fieldsOf(output), mapping.fields);
  const errors = errorsOf(call.errorStatuses ?? []);
  return {
    method: call.method,
    path: call.path.replace(/\{([^}]+)\}/g, (whole, name: string) =>
      sent[name]?.trim() ? `{${sent[name]}}` : whole,
    ),
    ...(Object.keys(query).length > 0 && { query }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(mapping.body.trim() && { body: mapping.body.trim() }),
    ...(result && { result }),
    ...(errors.length > 0 && { errors }),
  };
}

const errorsOf = (statuses: string[]) => [
  ...(statuses.includes('404') ? [{ status: '404', means: 'NOT_FOUND' }] : []),
  ...(statuses.includes('422') ? [{ status: '422', means: 'REFUSED' }] : []),
];

/** The connector with one operation more, or done another way. */
export function withMapping(connector: Connector, mapping: Mapping, output: Schema | undefined): Connector {
  const once = (mapping.call.parameters ?? []).find((each) => ONCE.test(each.name))?.name;
  const before = connector.operations[mapping.operation];
  return {
    ...connector,
    operations: {
      ...connector.operations,
      [mapping.operation]: {
        ...before,
        call: exchangeOf(mapping, output),
        ...(once && { idempotencyHeader: once }),
      },
    },
  };
}

export const withAuth = (connector: Connector, auth: Auth): Connector => ({
  ...connector,
  auth: Object.fromEntries(Object.entries(auth).filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >,
});

/** What the plugin has, or a new one. */
export function connectorIn(setting: unknown): Connector {
  try {
    const kept: unknown = JSON.parse(String(setting ?? ''));
    if (typeof kept === 'object' && kept !== null && 'operations' in kept) return kept as Connector;
  } catch {
    // Not there yet, or written by hand and broken: begun anew.
  }
  return { connector: 1, name: 'connector', version: 0, auth: { type: 'NONE' }, operations: {} };
}
