import { api, toast, toastProblem } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MODELS } from './models.ts';

/** Takes null for "any region". */
export function useChangeRegion() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (region: string | null) => api.put(`${MODELS}/region`, { region }),
    onSuccess: (_answer, region) =>
      toast(region ? `Only models in ${region} are asked from now on` : 'Models of any region may be asked'),
    onError: (error) => toastProblem(error, 'The region was not changed'),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['models'] }),
  });
}
