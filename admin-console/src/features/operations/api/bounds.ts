import { api } from '@openteller/web-kit';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { complete } from '../bounds/model.ts';
import type { Bounds, BoundsChange } from './types.ts';

const BASE = '/api/v1/operations';
const KEY = ['operations', 'bounds'] as const;

const changeOf = (raw: BoundsChange): BoundsChange => ({
  ...raw,
  mine: raw.mine === true,
  bounds: complete(raw.bounds),
});

/** By the name of the operation; those without are left out. */
export const boundsQuery = queryOptions({
  queryKey: [...KEY, 'in-force'],
  queryFn: async ({ signal }): Promise<Record<string, Bounds>> => {
    const raw = await api.get<{ bounds?: Record<string, Partial<Bounds>> }>(`${BASE}/bounds`, { signal });
    return Object.fromEntries(Object.entries(raw.bounds ?? {}).map(([name, one]) => [name, complete(one)]));
  },
});

export const changesQuery = queryOptions({
  queryKey: [...KEY, 'changes'],
  queryFn: async ({ signal }): Promise<BoundsChange[]> =>
    ((await api.get<{ changes?: BoundsChange[] }>(`${BASE}/bounds/changes`, { signal })).changes ?? []).map(
      changeOf,
    ),
});

export const waitingOf = (changes: readonly BoundsChange[] | undefined): BoundsChange[] =>
  (changes ?? []).filter(({ state }) => state === 'WAITING');

export function useWantBounds() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({
      operation,
      bounds,
      reason,
    }: {
      operation: string;
      bounds: Bounds;
      reason: string;
    }) =>
      changeOf(
        await api.put<BoundsChange>(`${BASE}/${operation.replace('.', '/')}/bounds`, { ...bounds, reason }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useDecideBounds() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, agree, reason }: { id: string; agree: boolean; reason: string }) =>
      api.post<BoundsChange>(`${BASE}/bounds/changes/${encodeURIComponent(id)}/decision`, { agree, reason }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
