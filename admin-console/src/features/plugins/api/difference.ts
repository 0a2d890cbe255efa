import { api, type PluginDifference } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { withLists } from '../../../shared/with-lists.ts';
import { pluginPath } from './plugins.ts';

export const differenceQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['plugins', 'difference', id, version],
    queryFn: async ({ signal }) =>
      withLists(
        await api.get<PluginDifference>(pluginPath(id, '/difference'), { signal, query: { version } }),
        'lines',
      ),
  });
