import { describe, expect, it } from 'vitest';
import {
  begun,
  connectorIn,
  exchangeOf,
  withAuth,
  withMapping,
} from '../src/features/connectors/model/document.ts';
import { compose, fieldsOf, flat, guessed, trials } from '../src/features/connectors/model/fields.ts';
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
      connectorIn(undefined),
      begun(list.name, list.input, list.output, LIST),
      list.output,
    );
    const after = withMapping(before, mapping, block.output);
    expect(Object.keys(after.operations)).toEqual([list.name, block.name]);
    expect(after.operations[block.name]).toMatchObject({
      idempotencyHeader: 'Idempotency-Key',
      call: { method: 'POST', result: '{"blockedAt": response.stoppedAt}' },
    });
    expect(after.operations[list.name]?.call.errors).toEqual([{ status: '404', means: 'NOT_FOUND' }]);
  });

  it('keeps what a person wrote beside it', () => {
    const written = connectorIn(undefined);
    written.operations[list.name] = { call: { method: 'GET', path: '/old' }, cacheSeconds: 20 };
    const mapping = begun(list.name, list.input, list.output, LIST);
    expect(withMapping(written, mapping, list.output).operations[list.name]).toMatchObject({
      cacheSeconds: 20,
    });
  });
});

describe('the document', () => {
  it('is what the plugin has, or a new one', () => {
    expect(connectorIn('{"connector": 1, "operations": {}, "version": 4}').version).toBe(4);
    for (const broken of [undefined, '', '{', '"text"', 'null']) expect(connectorIn(broken).version).toBe(0);
  });

  it('takes the way to sign in as the file has it, without what it lacks', () => {
    expect(
      withAuth(connectorIn(''), { type: 'API_KEY', in: 'HEADER', name: 'X-Key', prefix: null }).auth,
    ).toEqual({
      type: 'API_KEY',
      in: 'HEADER',
      name: 'X-Key',
    });
  });
});
