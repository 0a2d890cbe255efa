import { api } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { itemsOf } from '../../../shared/with-lists.ts';
import { MODELS } from './models.ts';

interface PromptInForce {
  task: string;
  version: string;
  digest?: string;
  release?: number;
}

/** Which wording each task with a route is asked with, and since which release. */
export const promptsQuery = queryOptions({
  queryKey: ['models', 'prompts'],
  queryFn: async ({ signal }) =>
    itemsOf(await api.get<{ items?: PromptInForce[] }>(`${MODELS}/prompts`, { signal })),
  staleTime: 60_000,
  retry: false,
});
