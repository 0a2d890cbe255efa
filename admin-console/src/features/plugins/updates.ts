import type { AvailablePlugin, Plugin } from '@openteller/web-kit';
import { compareVersions } from './words.ts';

/** The newest version that is newer than this bank's: installed already, or only in the directory. */
export function updateFor(
  plugin: Plugin,
  available: readonly AvailablePlugin[],
): { version: string; installed: boolean } | undefined {
  const newer = [
    ...plugin.versions.map(({ version }) => ({ version, installed: true })),
    ...available.filter(({ id }) => id === plugin.id).map(({ version }) => ({ version, installed: false })),
  ].filter(({ version }) => compareVersions(version, plugin.version) > 0);
  return newer.sort(
    (a, b) => compareVersions(b.version, a.version) || Number(b.installed) - Number(a.installed),
  )[0];
}
