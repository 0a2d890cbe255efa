import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import type { Definition } from '../model/definition.ts';
import { BASE } from './procedures.ts';

/** Procedures that come with the platform, to begin with. */
export const shippedQuery = queryOptions({
  queryKey: ['procedures', 'shipped'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) =>
    (await api.get<Definition[] | undefined>(`${BASE}/shipped`, { signal })) ?? [],
});
