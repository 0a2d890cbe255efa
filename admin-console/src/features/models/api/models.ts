import { api, type ModelRoute, type Models } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { withLists } from '../../../shared/with-lists.ts';

export const MODELS = '/api/v1/models';

export const completeRoute = (raw: ModelRoute): ModelRoute => ({
  ...withLists(raw, 'candidates', 'fallbackOn'),
  on: raw.on ?? false,
  budget: raw.budget ?? {},
});

/** Providers with their health now, and the route of each task. */
export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: async ({ signal }): Promise<Models> => {
    const raw = await api.get<Partial<Models>>(MODELS, { signal });
    return {
      providers: (raw.providers ?? []).map((each) => withLists(each, 'models')),
      routes: (raw.routes ?? []).map(completeRoute),
      tasks: raw.tasks ?? [],
      usage: { tokensToday: 0, ...raw.usage, byTask: raw.usage?.byTask ?? [] },
    };
  },
  refetchInterval: 15_000,
});
