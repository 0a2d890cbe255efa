import { api, type ModelUsage } from '@openteller/web-kit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Hours } from '../../../shared/charts/hours.ts';
import { itemsOf } from '../../../shared/with-lists.ts';
import { MODELS } from './models.ts';

export const modelUsageQuery = (hours: Hours) =>
  queryOptions({
    queryKey: ['models', 'usage', hours],
    queryFn: async ({ signal }) => {
      const raw = await api.get<{ items?: ModelUsage[]; currency?: string }>(`${MODELS}/usage`, {
        signal,
        query: { hours },
      });
      return { items: itemsOf(raw), currency: raw.currency };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
