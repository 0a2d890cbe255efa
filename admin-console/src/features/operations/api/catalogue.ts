import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import type { Operation } from './types.ts';

export const catalogueQuery = queryOptions({
  queryKey: ['operations', 'catalogue'],
  staleTime: 60_000,
  queryFn: async ({ signal }) =>
    (await api.get<{ operations?: Operation[] }>('/api/v1/operations', { signal })).operations ?? [],
});
