import { api, type ModelRoute } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { completeRoute, MODELS } from './models.ts';

/** Makes a new release. */
export function useChangeRoute(task: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (route: ModelRoute) =>
      completeRoute(await api.put<ModelRoute>(`${MODELS}/routes/${encodeURIComponent(task)}`, route)),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['models'] }),
  });
}
