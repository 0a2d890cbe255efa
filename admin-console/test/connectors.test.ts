import { describe, expect, it } from 'vitest';
import { differenceOf } from '../src/features/connectors/model/difference.ts';
import {
  begun,
  blank,
  documentIn,
  exchangeOf,
  withAuth,
  withMapping,
  without,
} from '../src/features/connectors/model/document.ts';
import { compose, fieldsOf, flat, guessed, trials } from '../src/features/connectors/model/fields.ts';
import { reopened, takenApart } from '../src/features/connectors/model/reopen.ts';
import type { ApiCall } from '../src/features/connectors/model/types.ts';
import type { Operation } from '../src/features/procedures/api/types.ts';
import { operations } from './fixture/procedure-routes.mjs';

const found = (name: string) => (operations() as Operation[]).find((each) => each.name === name) as Operation;
const list = found('accounts.list/v1');
const block = found('cards.block/v1');

const LIST: ApiCall = {
  id: 'listAccounts',
  method: 'GET',
  path: '/customers/{customerId}/accounts',
  parameters: [{ name: 'customerId', in: 'path', required: true }],
  sampleResponse: { data: { items: [{ id: 'A-1', nick_name: 'Everyday', status: 'A' }] } },
  errorStatuses: ['404', '500'],
};
const STOP: ApiCall = {
  id: 'stopCard',
  method: 'POST',
  path: '/customers/{clientNo}/cards/{cardId}/stop',
  parameters: [
    { name: 'clientNo', in: 'path', required: true },
    { name: 'cardId', in: 'path', required: true },
    { name: 'Idempotency-Key', in: 'header', required: true },
    { name: 'X-Branch', in: 'header', required: false },
  ],
  sampleResponse: { stoppedAt: '2026-02-03T04:05:06Z' },
};

describe('the places of a result', () => {
  it('are those of the schema, lists and money inside', () => {
    expect(flat(fieldsOf(list.output)).map((each) => each.path)).toEqual([
      'accounts[]',
      'accounts[].account',
      'accounts[].kind',
      'accounts[].nickname',
      'accounts[].last4',
      'accounts[].status',
      'accounts[].balance',
      'accounts[].balance.minor',
      'accounts[].balance.currency',
    ]);
  });

  it('become one expression, with brackets around a list', () => {
    const written = {
      'accounts[]': 'response.items',
      'accounts[].account': 'id',
      'accounts[].balance.minor': ' 5 ',
    };
    expect(compose(fieldsOf(list.output), written)).toBe(
      '{"accounts": [response.items.{"account": id, "balance": {"minor": 5}}]}',
    );
    expect(compose(fieldsOf(list.output), {})).toBeUndefined();
    expect(compose(fieldsOf(list.output), { 'accounts[].account': 'id' })).toBeUndefined();
  });

  it('are tried over the first item of their list', () => {
    const written = {
      'accounts[]': 'response.items',
      'accounts[].account': 'id',
      'accounts[].balance.minor': '5',
    };
    expect(trials(fieldsOf(list.output), written)).toEqual({
      'accounts[]': 'response.items',
      'accounts[].account': '((response.items)[0]).(id)',
      'accounts[].balance.minor': '((response.items)[0]).(5)',
    });
  });

  it('are guessed where the sample has the same name', () => {
    expect(guessed(fieldsOf(list.output), LIST.sampleResponse)).toEqual({
      'accounts[]': 'response.data.items',
      'accounts[].nickname': 'nick_name',
      'accounts[].status': 'status',
    });
  });
});

describe('a call that serves an operation', () => {
  it('sends who the customer is and what the operation was given', () => {
    const mapping = begun(block.name, block.input, block.output, STOP);
    expect(mapping.sent).toEqual({ clientNo: 'customerRef', cardId: 'arguments.card', 'X-Branch': '' });
    expect(exchangeOf(mapping, block.output).path).toBe(
      '/customers/{customerRef}/cards/{arguments.card}/stop',
    );
    expect(exchangeOf(mapping, block.output)).not.toHaveProperty('headers');
  });

  it('carries the header that makes it happen once, and is written beside the others', () => {
    const mapping = {
      ...begun(block.name, block.input, block.output, STOP),
      fields: { blockedAt: 'response.stoppedAt' },
    };
    const before = withMapping(
      blank('fern', ''),
      begun(list.name, list.input, list.output, LIST),
      list.output,
    );
    const after = withMapping(before, mapping, block.output).definition;
    expect(Object.keys(after.operations)).toEqual([list.name, block.name]);
    expect(after.operations[block.name]).toMatchObject({
      idempotencyHeader: 'Idempotency-Key',
      call: { method: 'POST', result: '{"blockedAt": response.stoppedAt}' },
    });
    expect(after.operations[list.name]?.call.errors).toEqual([{ status: '404', means: 'NOT_FOUND' }]);
  });

  it('keeps what a person wrote beside it', () => {
    const written = blank('fern', '');
    written.definition.operations[list.name] = { call: { method: 'GET', path: '/old' }, cacheSeconds: 20 };
    const mapping = begun(list.name, list.input, list.output, LIST);
    expect(withMapping(written, mapping, list.output).definition.operations[list.name]).toMatchObject({
      cacheSeconds: 20,
    });
  });

  it('is taken out with everything that was kept of it', () => {
    const sheet = withMapping(
      blank('fern', ''),
      begun(list.name, list.input, list.output, LIST),
      list.output,
    );
    expect(without(sheet, list.name)).toEqual({
      definition: { ...blank('fern', '').definition, operations: {} },
      layout: { mappings: {} },
    });
  });
});

describe('a stored connector', () => {
  const STOPPED = {
    method: 'POST',
    path: '/customers/{customerRef}/cards/{arguments.card}/stop',
    headers: { 'X-Branch': "'1'" },
    body: "{'why': arguments.reason}",
    owner: 'response.holder',
    errors: [{ when: "response.code = 'RULE'", means: 'REFUSED' }],
    result: "{'blockedAt': response.stoppedAt, 'alreadyBlocked': response.before != 'A'}",
  };
  const sheetOf = (call: object) => {
    const sheet = blank('fern', '');
    sheet.definition.operations[block.name] = { call } as never;
    return sheet;
  };

  it('opens again as the mapper left it, samples and all', () => {
    const mapping = begun(list.name, list.input, list.output, LIST);
    const sheet = withMapping(blank('fern', ''), mapping, list.output);
    expect(reopened(sheet, list)).toBe(mapping);
  });

  it('that was written by hand opens place by place, and nothing of it is lost when one is changed', () => {
    const opened = reopened(sheetOf(STOPPED), block);
    expect(opened?.fields).toEqual({
      blockedAt: 'response.stoppedAt',
      alreadyBlocked: "response.before != 'A'",
    });
    expect(opened?.sent).toEqual({ customerRef: 'customerRef', card: 'arguments.card', 'X-Branch': "'1'" });
    expect(opened && exchangeOf(opened, block.output)).toEqual({
      ...STOPPED,
      result: '{"blockedAt": response.stoppedAt, "alreadyBlocked": response.before != \'A\'}',
    });
  });

  it('whose result does not fall apart stays one expression', () => {
    const written = {
      ...STOPPED,
      result: "$merge([{'blockedAt': response.stoppedAt}, {'alreadyBlocked': false}])",
    };
    const opened = reopened(sheetOf(written), block);
    expect(opened?.whole).toBe(written.result);
    expect(opened && exchangeOf(opened, block.output)).toEqual(written);
  });

  it('that was changed as text counts as the text says', () => {
    const sheet = withMapping(
      blank('fern', ''),
      begun(list.name, list.input, list.output, LIST),
      list.output,
    );
    sheet.definition.operations[list.name] = { call: { method: 'GET', path: '/elsewhere/{customerRef}' } };
    expect(reopened(sheet, list)?.call.path).toBe('/elsewhere/{customerRef}');
  });

  it('with a list opens at its items', () => {
    const result =
      "{'accounts': [response.items.{'account': id, 'balance': {'minor': $minor(a, b), 'currency': b}}]}";
    expect(takenApart(fieldsOf(list.output), result)).toEqual({
      'accounts[]': 'response.items',
      'accounts[].account': 'id',
      'accounts[].balance.minor': '$minor(a, b)',
      'accounts[].balance.currency': 'b',
    });
    expect(takenApart(fieldsOf(list.output), "{'nothing': 1}")).toBeUndefined();
    expect(takenApart(fieldsOf(list.output), 'response')).toBeUndefined();
  });
});

describe('two versions', () => {
  it('differ where a person would look, and not by their number', () => {
    const before = {
      version: 1,
      operations: { a: { call: { path: '/old' }, cacheSeconds: 5 } },
      auth: { type: 'NONE' },
    };
    const after = {
      version: 2,
      operations: { a: { call: { path: '/new' } }, b: {} },
      auth: { type: 'NONE' },
    };
    expect(differenceOf(before, after)).toEqual([
      { place: 'operations / a / call / path', before: '/old', after: '/new' },
      { place: 'operations / a / cacheSeconds', before: '5' },
      { place: 'operations / b', after: '{}' },
    ]);
    expect(differenceOf(before, { ...before, version: 9 })).toEqual([]);
  });
});

describe('the document', () => {
  it('is read from a file, or refused with a reason', () => {
    expect(documentIn('{"connector": 1, "name": "fern", "operations": {}}')).toMatchObject({ name: 'fern' });
    expect(documentIn('{')).toBe('This is no JSON');
    expect(documentIn('[]')).toBe('This is no JSON object');
    expect(documentIn('{"connector": 2}')).toContain('no connector');
    expect(documentIn('{"connector": 1}')).toContain('no operations');
  });

  it('takes the way to sign in as the file has it, without what it lacks', () => {
    const auth = { type: 'API_KEY', in: 'HEADER', name: 'X-Key', prefix: null, certificate: false };
    expect(withAuth(blank('fern', ''), auth).definition.auth).toEqual({
      type: 'API_KEY',
      in: 'HEADER',
      name: 'X-Key',
    });
  });
});
