import { api, type ModelReplay } from '@openteller/web-kit';
import { useMutation } from '@tanstack/react-query';
import { MODELS } from './models.ts';

/** Asks the same model the same again, without sending the answer to anybody. */
export function useReplay(id: string) {
  return useMutation({
    mutationFn: () => api.post<ModelReplay>(`${MODELS}/calls/${encodeURIComponent(id)}/replay`, {}),
  });
}
