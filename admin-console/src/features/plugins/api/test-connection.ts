import { api } from '@openteller/web-kit';
import { useMutation } from '@tanstack/react-query';
import { pluginPath } from './plugins.ts';

export interface TestResult {
  ok: boolean;
  millis: number;
  detail?: string;
}

/** Takes settings to test instead of the stored ones, without storing them. */
export function useTestConnection(id: string) {
  return useMutation({
    mutationFn: (settings: Record<string, unknown> | undefined) =>
      api.post<TestResult>(pluginPath(id, '/test'), settings ? { settings } : {}),
  });
}
