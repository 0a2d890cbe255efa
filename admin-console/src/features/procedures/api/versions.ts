import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { completeSheet } from '../model/blank.ts';
import type { Definition, Layout, Sheet } from '../model/definition.ts';
import { pathOf } from './procedures.ts';
import type { Version } from './types.ts';

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedure', id, 'versions'],
    queryFn: async ({ signal }) =>
      (await api.get<{ versions?: Version[] }>(pathOf(id, '/versions'), { signal })).versions ?? [],
  });

/** A version never changes. */
export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['procedure', id, 'versions', version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Sheet> => {
      const raw = await api.get<{ definition: Definition; layout?: Layout }>(
        pathOf(id, `/versions/${version}`),
        {
          signal,
        },
      );
      return completeSheet(raw.definition, raw.layout);
    },
  });

export const exportPath = (id: string, version: number | 'draft', format: 'yaml' | 'json'): string =>
  pathOf(id, `/export?version=${version}&format=${format}`);
