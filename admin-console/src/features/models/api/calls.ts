import { api, type ModelCallRow, type Page } from '@openteller/web-kit';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { MODELS } from './models.ts';

export interface CallFilter {
  task?: string | undefined;
  outcome?: string | undefined;
}

export const callsQuery = (filter: CallFilter) =>
  infiniteQueryOptions({
    queryKey: ['models', 'calls', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      api.get<Partial<Page<ModelCallRow>>>(`${MODELS}/calls`, {
        signal,
        query: { ...filter, before: pageParam },
      }),
    getNextPageParam: (page) => (page.next === undefined ? undefined : String(page.next)),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
