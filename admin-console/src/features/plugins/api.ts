import { api, type Items, type Plugin, toastProblem } from '@openteller/web-kit';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export interface TestResult {
  ok: boolean;
  millis: number;
  detail?: string;
}

/** Empty lists and objects may be left out of the answer. */
export function complete(raw: Partial<Plugin> & Pick<Plugin, 'id' | 'name' | 'version' | 'state'>): Plugin {
  return {
    ...raw,
    description: raw.description ?? '',
    provider: raw.provider ?? '',
    license: raw.license ?? '',
    capabilities: (raw.capabilities ?? []).map((each) => ({ ...each, operations: each.operations ?? [] })),
    settingsSchema: raw.settingsSchema ?? {},
    settings: raw.settings ?? {},
    secretsSet: raw.secretsSet ?? [],
    health: raw.health ?? { state: 'UNKNOWN' },
  };
}

export const pluginsQuery = queryOptions({
  queryKey: ['plugins'],
  queryFn: async ({ signal }) =>
    ((await api.get<Partial<Items<Plugin>>>('/api/v1/plugins', { signal })).items ?? []).map(complete),
  refetchInterval: 30_000,
});

/** Saving, testing, switching: each waits for the platform, since real systems stand behind. */
export function usePluginActions(id: string) {
  const queries = useQueryClient();
  const path = (rest: string) => `/api/v1/plugins/${encodeURIComponent(id)}/${rest}`;
  const put = (plugin: Plugin) => {
    queries.setQueryData<Plugin[]>(pluginsQuery.queryKey, (all) =>
      all?.map((each) => (each.id === id ? complete(plugin) : each)),
    );
    void queries.invalidateQueries({ queryKey: pluginsQuery.queryKey });
  };
  return {
    save: useMutation({
      mutationFn: (settings: Record<string, unknown>) => api.put<Plugin>(path('settings'), { settings }),
      onSuccess: put,
    }),
    /** @param settings tests these instead of the stored ones, without storing them */
    test: useMutation({
      mutationFn: (settings: Record<string, unknown> | undefined) =>
        api.post<TestResult>(path('test'), settings ? { settings } : {}),
    }),
    toggle: useMutation({
      mutationFn: (on: boolean) => api.post<Plugin>(path(on ? 'enable' : 'disable')),
      onSuccess: put,
      onError: (error, on) =>
        toastProblem(error, on ? 'The plugin was not enabled' : 'The plugin was not disabled'),
    }),
  };
}
