import { api, type PluginDirectory } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { itemsOf } from '../../../shared/with-lists.ts';
import { PLUGINS } from './plugins.ts';

/** What could be installed. Without a network the platform says so, and everything installed goes on. */
export const directoryQuery = queryOptions({
  queryKey: ['plugin-directory'],
  queryFn: async ({ signal }): Promise<PluginDirectory> => {
    const raw = await api.get<Partial<PluginDirectory>>(`${PLUGINS}/directory`, { signal });
    return {
      source: raw.source ?? '',
      reachable: raw.reachable ?? true,
      ...(raw.detail ? { detail: raw.detail } : {}),
      items: itemsOf(raw, 'kinds'),
    };
  },
  staleTime: 60_000,
  refetchInterval: 120_000,
});
