import { api, type Plugin } from '@openteller/web-kit';
import { useMutation } from '@tanstack/react-query';
import { PLUGINS } from './plugins.ts';
import { usePut } from './refresh.ts';

export interface Decided {
  id: string;
  approve: boolean;
  reason: string;
}

/** The second person's word on what a plugin asks for. */
export function useDecide() {
  return useMutation({
    mutationFn: ({ id, approve, reason }: Decided) =>
      api.post<Plugin>(
        `${PLUGINS}/approvals/${encodeURIComponent(id)}/${approve ? 'approve' : 'reject'}`,
        reason ? { reason } : {},
      ),
    onSuccess: usePut(),
  });
}
