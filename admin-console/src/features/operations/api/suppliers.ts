import { api } from '@openteller/web-kit';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SupplierChange } from './types.ts';

const BASE = '/api/v1/operations/suppliers';
const KEY = ['operations', 'suppliers'] as const;
const CATALOGUE = ['operations', 'catalogue'] as const;

/** Whom the bank chose, by operation or domain. */
export const chosenQuery = queryOptions({
  queryKey: [...KEY, 'chosen'],
  queryFn: async ({ signal }): Promise<Record<string, string>> =>
    (await api.get<{ chosen?: Record<string, string> }>(BASE, { signal })).chosen ?? {},
});

export const supplierChangesQuery = queryOptions({
  queryKey: [...KEY, 'changes'],
  queryFn: async ({ signal }): Promise<SupplierChange[]> =>
    ((await api.get<{ changes?: SupplierChange[] }>(`${BASE}/changes`, { signal })).changes ?? []).map(
      (raw) => ({ ...raw, mine: raw.mine === true }),
    ),
});

export const waitingChoices = (changes: readonly SupplierChange[] | undefined): SupplierChange[] =>
  (changes ?? []).filter(({ state }) => state === 'WAITING');

export function useWantSupplier() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { scope: string; supplier: string | null; reason: string }) =>
      api.post<SupplierChange>(`${BASE}/changes`, wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useDecideSupplier() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, agree, reason }: { id: string; agree: boolean; reason: string }) =>
      api.post<SupplierChange>(`${BASE}/changes/${encodeURIComponent(id)}/decision`, { agree, reason }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEY }),
        client.invalidateQueries({ queryKey: CATALOGUE }),
      ]),
  });
}
