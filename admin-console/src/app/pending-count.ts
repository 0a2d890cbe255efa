import { useQuery } from '@tanstack/react-query';
import { changesQuery, waitingOf } from '../features/operations/api/bounds.ts';
import { supplierChangesQuery, waitingChoices } from '../features/operations/api/suppliers.ts';
import { unsettledCountsQuery } from '../features/operations/api/unsettled.ts';
import { pluginsQuery } from '../features/plugins/api/plugins.ts';
import { waiting } from '../features/plugins/pending.ts';
import { useCan } from '../shared/me.tsx';
import type { Section } from './sections.ts';

/** Asked more slowly than on its page: it is there all day. */
const EVERY = 60_000;

/** How much waits for somebody at that place; nothing where nothing ever waits. */
export function usePendingCount(to: Section['to'], enabled = true): number {
  const approvals = useApprovals(enabled && to === '/approvals');
  const operations = useOperations(enabled && to === '/operations');
  return approvals + operations;
}

function useApprovals(enabled: boolean): number {
  const pending = useQuery({
    ...pluginsQuery,
    enabled,
    refetchInterval: EVERY,
    select: (plugins) => waiting(plugins).length,
  });
  // What another entry asked for is known here as well.
  return enabled ? (pending.data ?? 0) : 0;
}

/** Calls whose end people have to find out or agree to, and bounds and suppliers that a second person has to look at. */
function useOperations(enabled: boolean): number {
  const settles = useCan('OPERATION_APPROVE') && enabled;
  const bounds = useCan('PROCEDURE_READ') && enabled;
  const counts = useQuery({ ...unsettledCountsQuery, enabled: settles }).data;
  const changes = useQuery({ ...changesQuery, enabled: bounds, refetchInterval: EVERY }).data;
  const choices = useQuery({ ...supplierChangesQuery, enabled: bounds, refetchInterval: EVERY }).data;
  const forSecond = bounds ? waitingOf(changes).length + waitingChoices(choices).length : 0;
  return (settles && counts ? counts.people + counts.second : 0) + forSecond;
}
