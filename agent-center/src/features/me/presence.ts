import { api, type Items, type Presence, type StaffMember, toastProblem } from '@openteller/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys, staffQuery } from '../../shared/desk/queries.ts';
import { useMe } from '../../shared/me.tsx';

/** This person's presence, and how to change it: shown at once, rolled back when refused. */
export function usePresence(): { presence: Presence; set: (presence: Presence) => void } {
  const me = useMe();
  const client = useQueryClient();
  const staff = useQuery(staffQuery);
  const change = useMutation({
    mutationFn: (presence: Presence) => api.put<void>('/api/v1/desk/presence', { presence }),
    onMutate: async (presence) => {
      await client.cancelQueries({ queryKey: keys.staff });
      const before = client.getQueryData<Items<StaffMember>>(keys.staff);
      client.setQueryData<Items<StaffMember>>(
        keys.staff,
        (old) =>
          old && { items: old.items.map((each) => (each.id === me.id ? { ...each, presence } : each)) },
      );
      return before;
    },
    onError: (error, _presence, before) => {
      client.setQueryData(keys.staff, before);
      toastProblem(error, 'Your presence did not change');
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.staff }),
  });
  const self = staff.data?.find((each) => each.id === me.id);
  // Being connected to the desk is being online until the platform says otherwise.
  return { presence: self?.presence ?? 'ONLINE', set: change.mutate };
}
