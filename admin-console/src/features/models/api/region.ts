import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { MODELS } from './models.ts';

interface Region {
  region?: string;
  allowed: string[];
}

export const regionQuery = queryOptions({
  queryKey: ['models', 'region'],
  queryFn: async ({ signal }): Promise<Region> => {
    const raw = await api.get<Partial<Region>>(`${MODELS}/region`, { signal });
    return { ...raw, allowed: raw.allowed ?? [] };
  },
  staleTime: 60_000,
});
