import { api, type IntentOverview } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';

export const INTENTS = '/api/v1/intents';

export const overviewQuery = queryOptions({
  queryKey: ['intents'],
  queryFn: ({ signal }) => api.get<IntentOverview>(INTENTS, { signal }),
});
