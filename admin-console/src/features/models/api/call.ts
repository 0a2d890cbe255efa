import { api, type ModelCallDetail } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { MODELS } from './models.ts';

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ['models', 'call', id],
    queryFn: ({ signal }) =>
      api.get<ModelCallDetail>(`${MODELS}/calls/${encodeURIComponent(id)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
