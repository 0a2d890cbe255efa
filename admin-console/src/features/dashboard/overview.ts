import { api, type InsightOverview } from '@openteller/web-kit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Span } from './search.ts';

export const overviewQuery = (days: Span) =>
  queryOptions({
    queryKey: ['insight', 'overview', days],
    queryFn: async ({ signal }) =>
      complete(
        await api.get<Partial<InsightOverview>>('/api/v1/insight/overview', { signal, query: { days } }),
      ),
    // The numbers of the last span stay while the next ones come.
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

/** Empty lists may be left out of the answer; counts that are left out are nothing, shares that are left out are unknown. */
export function complete(raw: Partial<InsightOverview>): InsightOverview {
  return {
    ...raw,
    from: raw.from ?? '',
    to: raw.to ?? '',
    conversations: raw.conversations ?? 0,
    messages: raw.messages ?? 0,
    csatCount: raw.csatCount ?? 0,
    byDay: raw.byDay ?? [],
    byReason: raw.byReason ?? [],
    byIntent: raw.byIntent ?? [],
    byLanguage: raw.byLanguage ?? [],
    unanswered: raw.unanswered ?? [],
  };
}
