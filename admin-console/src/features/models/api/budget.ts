import { api, type BankBudget } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { MODELS } from './models.ts';

export const budgetQuery = queryOptions({
  queryKey: ['models', 'budget'],
  queryFn: async ({ signal }) =>
    (await api.get<BankBudget | undefined>(`${MODELS}/budget`, { signal })) ?? {},
});
