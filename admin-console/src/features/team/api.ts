import { api, type Role, type Team, type TeamMember } from '@openteller/web-kit';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export const teamQuery = queryOptions({
  queryKey: ['team'],
  queryFn: async ({ signal }): Promise<Team> => {
    const raw = await api.get<Partial<Team>>('/api/v1/team', { signal });
    return {
      items: (raw.items ?? []).map((member) => ({ ...member, roles: member.roles ?? [] })),
      roles: (raw.roles ?? []).map((role) => ({ ...role, permissions: role.permissions ?? [] })),
    };
  },
});

/** Roles decide who may do what: the page waits for the platform's word, nothing is shown before. */
export function useChangeRoles() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, roles }: { id: string; roles: Role[] }) =>
      api.put<TeamMember>(`/api/v1/team/${encodeURIComponent(id)}/roles`, { roles }),
    onSuccess: (_, { id }) => {
      void queries.invalidateQueries({ queryKey: ['team'] });
      // Somebody may have changed what they themselves may see.
      if (queries.getQueryData<{ id: string }>(['me'])?.id === id) {
        void queries.invalidateQueries({ queryKey: ['me'] });
      }
    },
  });
}

export function useInvite() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (member: { name: string; email: string; roles: Role[] }) =>
      api.post<TeamMember>('/api/v1/team', member),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['team'] }),
  });
}
