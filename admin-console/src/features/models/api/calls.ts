import { api, type Items, type ModelCallRow } from '@openteller/web-kit';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { MODELS } from './models.ts';

/** As many as the platform gives at once. */
const PAGE = 50;

export interface CallFilter {
  task?: string | undefined;
  outcome?: string | undefined;
}

export const callsQuery = (filter: CallFilter) =>
  infiniteQueryOptions({
    queryKey: ['models', 'calls', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      api.get<Partial<Items<ModelCallRow>>>(`${MODELS}/calls`, {
        signal,
        query: { ...filter, before: pageParam },
      }),
    // A page that is not full is the last one.
    getNextPageParam: ({ items = [] }) => (items.length < PAGE ? undefined : items.at(-1)?.id),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
