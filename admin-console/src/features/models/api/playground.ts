import { api, type ModelChoice, type PlaygroundSide } from '@openteller/web-kit';
import { useMutation } from '@tanstack/react-query';
import { MODELS } from './models.ts';

export interface Comparison {
  task: string;
  question: string;
  left: ModelChoice;
  right: ModelChoice;
}

export function usePlayground() {
  return useMutation({
    mutationFn: (comparison: Comparison) =>
      api.post<{ asked?: string; left: PlaygroundSide; right: PlaygroundSide }>(
        `${MODELS}/playground`,
        comparison,
      ),
  });
}
