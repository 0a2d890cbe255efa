import { api, type Items, type Plugin } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { withLists } from '../../../shared/with-lists.ts';

export const PLUGINS = '/api/v1/plugins';
export const pluginPath = (id: string, rest = ''): string => `${PLUGINS}/${encodeURIComponent(id)}${rest}`;

/** Empty lists and objects may be left out of the answer. */
export function complete(raw: Partial<Plugin> & Pick<Plugin, 'id' | 'name' | 'state'>): Plugin {
  return {
    ...raw,
    version: raw.version ?? '',
    description: raw.description ?? '',
    provider: raw.provider ?? '',
    license: raw.license ?? '',
    capabilities: (raw.capabilities ?? []).map((each) => withLists(each, 'operations')),
    settingsSchema: raw.settingsSchema ?? {},
    settings: raw.settings ?? {},
    secretsSet: raw.secretsSet ?? [],
    health: raw.health ?? { state: 'UNKNOWN' },
    kinds: raw.kinds ?? [],
    isolated: raw.isolated ?? false,
    egress: raw.egress ?? [],
    dataRead: raw.dataRead ?? [],
    privacy: raw.privacy ?? '',
    versions: raw.versions ?? [],
    lastErrors: raw.lastErrors ?? [],
    ...(raw.pending
      ? { pending: { ...raw.pending, difference: withLists({ ...raw.pending.difference }, 'lines') } }
      : {}),
  };
}

export const pluginsQuery = queryOptions({
  queryKey: ['plugins'],
  queryFn: async ({ signal }) =>
    ((await api.get<Partial<Items<Plugin>>>(PLUGINS, { signal })).items ?? []).map(complete),
  refetchInterval: 20_000,
});
