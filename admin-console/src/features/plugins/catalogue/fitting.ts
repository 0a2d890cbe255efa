import type { AvailablePlugin, Plugin } from '@openteller/web-kit';
import type { CatalogueSearch } from '../search.ts';
import { updateFor } from '../updates.ts';

const says = (words: string, ...texts: string[]) =>
  texts.join(' ').toLowerCase().includes(words.trim().toLowerCase());

/** Somebody should look at it: it failed, does not answer, or is held back. */
export const needsAttention = (plugin: Plugin): boolean =>
  plugin.state === 'FAILED' ||
  plugin.quarantine !== undefined ||
  (plugin.state === 'ENABLED' && plugin.health.state === 'DOWN');

/** The installed plugins that the filters leave. */
export function fittingPlugins(
  plugins: readonly Plugin[],
  { q = '', kind, show }: CatalogueSearch,
  available: readonly AvailablePlugin[],
): Plugin[] {
  return plugins.filter(
    (each) =>
      says(q, each.name, each.id, each.description, each.provider, each.publisher?.name ?? '') &&
      (!kind || each.kinds.includes(kind)) &&
      (show !== 'attention' || needsAttention(each)) &&
      (show !== 'waiting' || each.pending !== undefined) &&
      (show !== 'updates' || updateFor(each, available) !== undefined),
  );
}

export const fittingAvailable = (
  items: readonly AvailablePlugin[],
  { q = '', kind }: CatalogueSearch,
): AvailablePlugin[] =>
  items.filter(
    (each) =>
      says(q, each.name, each.id, each.description, each.publisher) && (!kind || each.kinds.includes(kind)),
  );
