import { api, type ModelAlarm } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { itemsOf } from '../../../shared/with-lists.ts';
import { MODELS } from './models.ts';

export const alarmsQuery = queryOptions({
  queryKey: ['models', 'alarms'],
  queryFn: async ({ signal }) =>
    itemsOf(await api.get<{ items?: ModelAlarm[] }>(`${MODELS}/alarms`, { signal })),
  refetchInterval: 20_000,
});
