import { api, type Plugin, type PluginBounds } from '@openteller/web-kit';
import { useMutation } from '@tanstack/react-query';
import { pluginPath } from './plugins.ts';
import { usePut } from './refresh.ts';

/** What is left out goes back to what the plugin itself asks for. */
export function useSetBounds(id: string) {
  return useMutation({
    mutationFn: ({ timeoutMillis, callsPerSecond, callsAtOnce }: PluginBounds) =>
      api.put<Plugin>(pluginPath(id, '/bounds'), {
        timeoutMillis: timeoutMillis ?? null,
        callsPerSecond: callsPerSecond ?? null,
        callsAtOnce: callsAtOnce ?? null,
      }),
    onSuccess: usePut(),
  });
}
