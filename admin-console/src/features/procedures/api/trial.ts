import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import type { Definition } from '../model/definition.ts';
import { BASE, pathOf } from './procedures.ts';
import type { Fault, Replay, TestState } from './types.ts';

export type TestEvent =
  | { kind: 'MESSAGE'; text: string }
  | { kind: 'IDENTITY' | 'CONFIRMATION' | 'APPROVAL'; yes: boolean }
  | { kind: 'TIMER' };

const complete = (raw: Partial<TestState> & { test: string; status: string }): TestState => ({
  says: [],
  path: [],
  variables: {},
  effects: [],
  fault: 'NONE',
  ...raw,
  waiting: raw.waiting && { ...raw.waiting, offer: raw.waiting.offer ?? [] },
});
const TESTS = `${BASE}/tests`;
const testPath = (test: string, rest: string) => `${TESTS}/${encodeURIComponent(test)}${rest}`;

export const testCustomersQuery = queryOptions({
  queryKey: ['procedures', 'tests', 'customers'],
  queryFn: async ({ signal }) =>
    (await api.get<{ customers?: { ref: string; name: string }[] }>(`${TESTS}/customers`, { signal }))
      .customers ?? [],
});

export const startTest = async (begin: {
  definition: Definition;
  customerRef: string;
  language: string;
  /** What the customer begins with. */
  message?: string | undefined;
  inputs: Record<string, unknown>;
}): Promise<TestState> => complete(await api.post(TESTS, begin));

export const sendEvent = async (test: string, event: TestEvent): Promise<TestState> =>
  complete(await api.post(testPath(test, '/events'), event));

export const setFault = async (test: string, fault: Fault): Promise<TestState> =>
  complete(await api.put(testPath(test, '/faults'), { fault }));

export async function replay(id: string, conversation: string, definition: Definition): Promise<Replay> {
  const raw = await api.post<Partial<Replay>>(pathOf(id, '/replay'), { conversation, definition });
  return { original: [], path: [], says: [], differences: [], ...raw };
}

/** The newest conversations, to choose one to replay. */
export const recentQuery = queryOptions({
  queryKey: ['procedures', 'recent-conversations'],
  queryFn: async ({ signal }) =>
    (
      await api.get<{ items?: { id: string; asked?: string; updatedAt?: string }[] }>(
        '/api/v1/conversations',
        {
          signal,
          query: { limit: 30 },
        },
      )
    ).items ?? [],
});
