import { api, type Gap, type GapState, type StaleDocument } from '@openteller/web-kit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { itemsOf } from '../../shared/with-lists.ts';

const GAPS = '/api/v1/knowledge/gaps';

export const gapsQuery = (days: number) =>
  queryOptions({
    queryKey: ['gaps', days],
    queryFn: async ({ signal }) => {
      const answer = await api.get<{ items?: Gap[] }>(GAPS, { signal, query: { days } });
      return itemsOf(answer, 'questions', 'outline').map((gap) => ({
        ...gap,
        cost: { minutes: gap.cost?.minutes ?? 0 },
      }));
    },
    placeholderData: keepPreviousData,
  });

export const changeGap = (id: string, change: { state: GapState; owner?: string }): Promise<unknown> =>
  api.put(`${GAPS}/${encodeURIComponent(id)}`, change);

export const staleQuery = queryOptions({
  queryKey: ['stale'],
  queryFn: async ({ signal }) =>
    itemsOf(await api.get<{ items?: StaleDocument[] }>('/api/v1/knowledge/stale', { signal })),
});
