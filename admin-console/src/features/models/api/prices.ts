import { api, type ModelPrice } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { itemsOf } from '../../../shared/with-lists.ts';
import { MODELS } from './models.ts';

export const pricesQuery = queryOptions({
  queryKey: ['models', 'prices'],
  queryFn: async ({ signal }) => {
    const raw = await api.get<{ currency?: string; items?: ModelPrice[] }>(`${MODELS}/prices`, { signal });
    return { currency: raw.currency, items: itemsOf(raw) };
  },
  staleTime: 60_000,
});
