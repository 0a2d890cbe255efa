import { type AskedAnswer, api, type Passage } from '@openteller/web-kit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { withLists } from '../../shared/with-lists.ts';

export interface Asked {
  question: string;
  at?: string;
  language?: string;
  segment?: string;
  product?: string;
  jurisdiction?: string;
}

export const completeAnswer = (raw: AskedAnswer): AskedAnswer => ({
  ...withLists(raw, 'options'),
  sentences: (raw.sentences ?? []).map((each) => withLists(each, 'citations')),
  considered: raw.considered ?? [],
  gate: { outcome: raw.gate?.outcome ?? 'PASS', claims: raw.gate?.claims ?? [] },
  ...(raw.confidence
    ? { confidence: { value: raw.confidence.value ?? 0, parts: raw.confidence.parts ?? [] } }
    : {}),
});

/** What a customer would be told. Stores nothing and counts nowhere. */
export const askQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['ask', asked],
    queryFn: async ({ signal }) =>
      completeAnswer(await api.post<AskedAnswer>('/api/v1/knowledge/ask', asked, { signal })),
    enabled: asked.question.trim() !== '',
    retry: false,
    refetchOnWindowFocus: false,
  });

export interface Found extends Passage {
  slug: string;
  title: string;
  version: number;
  score: number;
  coverage: number;
  similarity: number;
  rankByWords?: number;
  rankByMeaning?: number;
}

export const findQuery = (query: { q: string; at?: string; mode: string }) =>
  queryOptions({
    queryKey: ['documents', 'find', query],
    queryFn: async ({ signal }) => {
      const answer = await api.get<{ items?: Found[] }>('/api/v1/documents/search', { signal, query });
      return answer.items ?? [];
    },
    enabled: query.q.trim() !== '',
    placeholderData: keepPreviousData,
  });
