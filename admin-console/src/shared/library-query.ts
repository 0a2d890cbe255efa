import { api, type DocumentRow, type Library } from '@openteller/web-kit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { withLists } from './with-lists.ts';

export interface LibraryFilter {
  standing?: string | undefined;
  category?: string | undefined;
  tag?: string | undefined;
  owner?: string | undefined;
  due?: true | undefined;
  /** Only what was archived; without it, only what was not. */
  archived?: true | undefined;
  q?: string | undefined;
}

export const completeRow = <T extends DocumentRow>(raw: T): T => ({
  ...withLists(raw, 'tags'),
  passages: raw.passages ?? 0,
  appliesTo: withLists({ ...raw.appliesTo }, 'products', 'segments', 'jurisdictions'),
});

/** Documents that fit, with the categories and tags there are. */
export const libraryQuery = (filter: LibraryFilter) =>
  queryOptions({
    queryKey: ['documents', filter],
    queryFn: async ({ signal }): Promise<Library> => {
      const raw = await api.get<Partial<Library>>('/api/v1/documents', { signal, query: { ...filter } });
      return {
        items: (raw.items ?? []).map(completeRow),
        categories: raw.categories ?? [],
        tags: raw.tags ?? [],
      };
    },
    placeholderData: keepPreviousData,
  });
