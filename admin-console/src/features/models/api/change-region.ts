import { api, toast } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MODELS } from './models.ts';
import { completeRegion, type Region } from './region.ts';

export function useChangeRegion() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ region, allowed }: Pick<Region, 'region' | 'allowed'>) =>
      completeRegion(await api.put<Partial<Region>>(`${MODELS}/region`, { region: region ?? null, allowed })),
    onSuccess: () => toast('Where models may run is saved'),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['models'] }),
  });
}
