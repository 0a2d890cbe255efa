import { api, type ModelRoute, type ModelRoutes } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { withLists } from '../../shared/with-lists.ts';

const MODELS = '/api/v1/models';

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: async ({ signal }): Promise<ModelRoutes> => {
    const raw = await api.get<Partial<ModelRoutes>>(MODELS, { signal });
    return {
      providers: (raw.providers ?? []).map((each) => withLists(each, 'models')),
      routes: raw.routes ?? [],
      usage: { tokensToday: raw.usage?.tokensToday ?? 0, byTask: raw.usage?.byTask ?? [] },
    };
  },
});

export const changeRoute = ({ task, ...route }: ModelRoute): Promise<ModelRoute> =>
  api.put<ModelRoute>(`${MODELS}/routes/${task}`, route);
