import { api, type Plugin } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { complete, pluginPath } from './plugins.ts';

/** One plugin with its last errors. */
export const pluginQuery = (id: string) =>
  queryOptions({
    queryKey: ['plugins', 'one', id],
    queryFn: async ({ signal }) => complete(await api.get<Plugin>(pluginPath(id), { signal })),
    refetchInterval: 15_000,
  });
