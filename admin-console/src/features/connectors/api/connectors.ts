import { api } from '@openteller/web-kit';
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import type { Api, Connector } from '../model/types.ts';

/** Nothing of the file or the line is kept. */
export function useBringIn() {
  return useMutation({
    mutationFn: (brought: { text: string; format: 'OPENAPI' | 'CURL' }) =>
      api.post<Api>('/api/v1/connectors/import', brought),
  });
}

export interface Came {
  kind: 'VALUE' | 'NOTHING' | 'FAILED';
  value?: unknown;
  message?: string | null;
}
export interface Tried {
  result?: Came | null;
  parts?: Record<string, Came>;
  faults?: string[];
}

/** What the expressions come to over the sample. */
export const previewQuery = (wanted: {
  operation: string;
  result?: string;
  parts: Record<string, string>;
  response: unknown;
}) =>
  queryOptions({
    queryKey: ['connectors', 'preview', wanted],
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.post<Tried>('/api/v1/connectors/preview', wanted, { signal }),
  });

export interface Found {
  rule: string;
  place: string;
  sentence: string;
}

export const checkQuery = (connector: Connector) =>
  queryOptions({
    queryKey: ['connectors', 'check', connector],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      (await api.post<{ findings?: Found[] }>('/api/v1/connectors/check', { connector }, { signal }))
        .findings ?? [],
  });
