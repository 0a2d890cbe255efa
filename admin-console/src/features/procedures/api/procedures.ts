import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { completeSheet } from '../model/blank.ts';
import type { Procedure, ProcedureRow } from './types.ts';

export const BASE = '/api/v1/procedures';
export const pathOf = (id: string, rest = ''): string => `${BASE}/${encodeURIComponent(id)}${rest}`;

export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: async ({ signal }) => {
    const raw = await api.get<{ procedures?: ProcedureRow[]; languages?: string[] }>(BASE, { signal });
    return { procedures: raw.procedures ?? [], languages: raw.languages ?? [] };
  },
});

export const procedureQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedure', id],
    queryFn: ({ signal }) => readProcedure(id, signal),
    // What is being edited must not be replaced under the editor's hands.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    // Whoever comes back reads it anew.
    gcTime: 0,
  });

export async function readProcedure(id: string, signal?: AbortSignal): Promise<Procedure> {
  const raw = await api.get<Partial<Procedure> & { id: string }>(pathOf(id), { signal });
  return {
    id: raw.id,
    archived: raw.archived === true,
    ...(raw.refused ? { refused: raw.refused } : {}),
    published: raw.published && {
      ...raw.published,
      ...completeSheet(raw.published.definition, raw.published.layout),
    },
    draft: raw.draft && {
      ...raw.draft,
      findings: raw.draft.findings ?? [],
      ...completeSheet(raw.draft.definition, raw.draft.layout),
    },
    waiting: raw.waiting && {
      ...raw.waiting,
      ...(raw.waiting.definition ? completeSheet(raw.waiting.definition, raw.waiting.layout) : {}),
    },
  };
}
