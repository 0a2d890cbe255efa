import { api, type Plugin } from '@openteller/web-kit';
import { useMutation } from '@tanstack/react-query';
import { pluginPath } from './plugins.ts';
import { usePut } from './refresh.ts';

export function useSaveSettings(id: string) {
  return useMutation({
    mutationFn: (settings: Record<string, unknown>) =>
      api.put<Plugin>(pluginPath(id, '/settings'), { settings }),
    onSuccess: usePut(),
  });
}
