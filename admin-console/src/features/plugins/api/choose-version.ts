import { api, type Plugin } from '@openteller/web-kit';
import { useMutation } from '@tanstack/react-query';
import { pluginPath } from './plugins.ts';
import { usePut } from './refresh.ts';

/** This bank's version, up or down among those installed. */
export function useChooseVersion(id: string) {
  return useMutation({
    mutationFn: (version: string) => api.post<Plugin>(pluginPath(id, '/version'), { version }),
    onSuccess: usePut(),
  });
}
