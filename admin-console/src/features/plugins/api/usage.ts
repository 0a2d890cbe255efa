import { api, type OperationUsage, type PluginUsage } from '@openteller/web-kit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Hours } from '../../../shared/charts/hours.ts';
import { itemsOf } from '../../../shared/with-lists.ts';
import { pluginPath } from './plugins.ts';

export const pluginUsageQuery = (id: string, hours: Hours) =>
  queryOptions({
    queryKey: ['plugins', 'usage', id, hours],
    queryFn: async ({ signal }) => {
      const raw = await api.get<{ items?: PluginUsage[]; operations?: OperationUsage[] }>(
        pluginPath(id, '/usage'),
        { signal, query: { hours } },
      );
      return { items: itemsOf(raw), operations: raw.operations ?? [] };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
