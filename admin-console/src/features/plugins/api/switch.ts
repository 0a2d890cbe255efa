import { api, type Plugin, toastProblem } from '@openteller/web-kit';
import { useMutation } from '@tanstack/react-query';
import { pluginPath } from './plugins.ts';
import { usePut } from './refresh.ts';

/** Enabling what asks for more than was approved answers with something pending instead. */
export function useSwitch(id: string) {
  return useMutation({
    mutationFn: (on: boolean) => api.post<Plugin>(pluginPath(id, on ? '/enable' : '/disable')),
    onSuccess: usePut(),
    onError: (error, on) =>
      toastProblem(error, on ? 'The plugin was not enabled' : 'The plugin was not disabled'),
  });
}
