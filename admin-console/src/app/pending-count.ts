import { useQuery } from '@tanstack/react-query';
import { pluginsQuery } from '../features/plugins/api/plugins.ts';
import { waiting } from '../features/plugins/pending.ts';

/** How many approvals wait. Asked more slowly than on its page: it is there all day. */
export function usePendingCount(enabled: boolean): number {
  const pending = useQuery({
    ...pluginsQuery,
    enabled,
    refetchInterval: 60_000,
    select: (plugins) => waiting(plugins).length,
  });
  // What another entry asked for is known here as well.
  return enabled ? (pending.data ?? 0) : 0;
}
