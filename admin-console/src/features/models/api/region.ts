import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { MODELS } from './models.ts';

export interface Region {
  /** Where the bank is. */
  region?: string;
  /** Where models may run; empty: in the bank's own region alone, or anywhere when it names none. */
  allowed: string[];
  /** Models on routes that are not asked because of where they run. */
  refused: string[];
}

export const completeRegion = (raw: Partial<Region>): Region => ({
  ...raw,
  allowed: raw.allowed ?? [],
  refused: raw.refused ?? [],
});

/** Empty: everywhere. */
export const regionsOf = (region: Region | undefined): string[] =>
  !region ? [] : region.allowed.length > 0 ? region.allowed : region.region ? [region.region] : [];

export const regionQuery = queryOptions({
  queryKey: ['models', 'region'],
  queryFn: async ({ signal }) =>
    completeRegion(await api.get<Partial<Region>>(`${MODELS}/region`, { signal })),
  staleTime: 60_000,
});
