import { api } from '@openteller/web-kit';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** What a colleague must agree to before the bank does it. */
export interface Approval {
  id: string;
  operation: string;
  title: string;
  customer: string;
  rows: { label: string; value: string }[];
  askedAt: string;
  expiresAt: string;
  conversation: string;
  reason: string;
  /** What the procedure says to whoever decides. */
  words?: string;
  state: 'OPEN' | 'AGREED' | 'DECLINED' | 'EXPIRED';
  decidedBy?: string | null;
  decidedAt?: string | null;
  decidedReason?: string | null;
  mine: boolean;
}

export type Shown = 'OPEN' | 'DECIDED';

const REFETCH = 15_000;
const key = ['approvals'] as const;

/** A server may leave empty lists out of its JSON. */
const complete = (page: { approvals?: Approval[] } | undefined): Approval[] =>
  (page?.approvals ?? []).map((each) => ({ ...each, rows: each.rows ?? [] }));

export const approvalsQuery = (shown: Shown) =>
  queryOptions({
    queryKey: [...key, shown],
    queryFn: async ({ signal }) =>
      complete(
        await api.get<{ approvals?: Approval[] }>('/api/v1/approvals', { signal, query: { state: shown } }),
      ),
    refetchInterval: REFETCH,
  });

export interface Decision {
  id: string;
  agree: boolean;
  reason: string;
}

export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, agree, reason }: Decision) =>
      api.post<Approval>(`/api/v1/approvals/${encodeURIComponent(id)}/decision`, { agree, reason }),
    // Whatever came of it, somebody may have been faster: show what there is.
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
