import { api } from '@openteller/web-kit';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { UnsettledCall, UnsettledCounts, UnsettledDetail, UnsettledList } from './types.ts';

const BASE = '/api/v1/operations/unsettled';
const KEY = ['operations', 'unsettled'] as const;
const NONE: UnsettledCounts = { asking: 0, people: 0, second: 0 };

/** Flags and numbers that are nothing may be left out of an answer. */
export const callOf = (raw: UnsettledCall): UnsettledCall => ({
  ...raw,
  attempts: raw.attempts ?? 0,
  forPerson: raw.forPerson === true,
  undoWanted: raw.undoWanted === true,
  needsTwo: raw.needsTwo === true,
});

export const unsettledQuery = queryOptions({
  queryKey: [...KEY, 'list'],
  refetchInterval: 15_000,
  queryFn: async ({ signal }): Promise<UnsettledList> => {
    const raw = await api.get<Partial<UnsettledList>>(BASE, { signal });
    return { operations: (raw.operations ?? []).map(callOf), counts: { ...NONE, ...raw.counts } };
  },
});

export const unsettledCountsQuery = queryOptions({
  queryKey: [...KEY, 'counts'],
  refetchInterval: 60_000,
  queryFn: async ({ signal }) => ({
    ...NONE,
    ...(await api.get<Partial<UnsettledCounts>>(`${BASE}/counts`, { signal })),
  }),
});

export const unsettledCallQuery = (callId: string) =>
  queryOptions({
    queryKey: [...KEY, 'call', callId],
    refetchInterval: 15_000,
    queryFn: async ({ signal }): Promise<UnsettledDetail> => {
      const raw = await api.get<UnsettledDetail>(`${BASE}/call`, { signal, query: { callId } });
      return {
        ...raw,
        operation: callOf(raw.operation),
        rows: raw.rows ?? [],
        history: raw.history ?? [],
      };
    },
  });

function useDeed<T>(deed: (given: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    // Also after a refusal: somebody else may have been quicker, and the page then says so.
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export const useAskAgain = () => useDeed((callId: string) => api.post(`${BASE}/question`, { callId }));

export const useSettle = () =>
  useDeed((given: { callId: string; notDone: boolean; reason: string }) =>
    api.post(`${BASE}/settlement`, given),
  );

export const useDecideFinding = () =>
  useDeed((given: { callId: string; agree: boolean; reason: string }) =>
    api.post(`${BASE}/settlement/decision`, given),
  );
