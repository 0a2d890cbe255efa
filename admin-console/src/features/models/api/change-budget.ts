import { api, type BankBudget } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MODELS } from './models.ts';

export function useChangeBudget() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (budget: BankBudget) => api.put<BankBudget>(`${MODELS}/budget`, budget),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['models'] }),
  });
}
