import type { Plugin } from '@openteller/web-kit';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { pluginQuery } from './plugin.ts';
import { complete, pluginsQuery } from './plugins.ts';

function put(queries: QueryClient, plugin: Plugin): void {
  queries.setQueryData<Plugin>(pluginQuery(plugin.id).queryKey, (before) =>
    complete({ ...plugin, lastErrors: plugin.lastErrors ?? before?.lastErrors ?? [] }),
  );
  queries.setQueryData<Plugin[]>(pluginsQuery.queryKey, (all) =>
    all?.map((each) => (each.id === plugin.id ? complete(plugin) : each)),
  );
  void queries.invalidateQueries({ queryKey: pluginsQuery.queryKey });
}

/** Shows what the platform answered at once, then asks it again for everything that may follow from it. */
export function usePut(): (plugin: Plugin | undefined) => void {
  const queries = useQueryClient();
  return useCallback(
    (plugin) =>
      plugin?.id ? put(queries, plugin) : void queries.invalidateQueries({ queryKey: pluginsQuery.queryKey }),
    [queries],
  );
}
