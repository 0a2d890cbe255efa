import {
  api,
  type Items,
  type KnowledgeDocument,
  type KnowledgeDocumentDetail,
  type SearchHit,
} from '@openteller/web-kit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

const BASE = '/api/v1/documents';
const pathOf = (slug: string, rest = '') => `${BASE}/${encodeURIComponent(slug)}${rest}`;

export const documentsQuery = (filter: { status?: string | undefined; q?: string | undefined }) =>
  queryOptions({
    queryKey: ['documents', filter],
    queryFn: async ({ signal }) =>
      (await api.get<Partial<Items<KnowledgeDocument>>>(BASE, { signal, query: filter })).items ?? [],
    placeholderData: keepPreviousData,
  });

export const documentQuery = (slug: string) =>
  queryOptions({
    queryKey: ['document', slug],
    queryFn: async ({ signal }): Promise<KnowledgeDocumentDetail> => {
      const raw = await api.get<KnowledgeDocumentDetail>(pathOf(slug), { signal });
      return { ...raw, passages: raw.passages ?? [], versions: raw.versions ?? [] };
    },
  });

export const findQuery = (q: string) =>
  queryOptions({
    queryKey: ['documents', 'find', q],
    queryFn: async ({ signal }) =>
      (await api.get<Partial<Items<SearchHit>>>(`${BASE}/search`, { signal, query: { q } })).items ?? [],
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });

/** @returns the document as it is afterwards */
export const setArchived = (slug: string, archived: boolean): Promise<KnowledgeDocument> =>
  api.post<KnowledgeDocument>(pathOf(slug, archived ? '/archive' : '/restore'));
