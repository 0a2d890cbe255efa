import { api, type ModelShadow, type ModelShadows } from '@openteller/web-kit';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { itemsOf } from '../../../shared/with-lists.ts';
import { MODELS } from './models.ts';

export const shadowsQuery = (task: string | undefined) =>
  queryOptions({
    queryKey: ['models', 'shadows', task],
    queryFn: async ({ signal }): Promise<ModelShadows> => {
      const raw = await api.get<{ items?: ModelShadow[]; summary?: ModelShadows['summary'] }>(
        `${MODELS}/shadows`,
        { signal, query: { task } },
      );
      const items = itemsOf(raw);
      return { items, summary: { ...raw.summary, count: raw.summary?.count ?? items.length } };
    },
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
