import { type Hours, hoursIn } from '../../shared/charts/hours.ts';
import { compact, oneOf, textIn } from '../../shared/search-values.ts';

export const SHOWN = ['attention', 'waiting', 'updates'] as const;
export interface CatalogueSearch {
  view?: 'available';
  q?: string;
  kind?: string;
  show?: (typeof SHOWN)[number];
}

export function catalogueSearch(raw: Record<string, unknown>): CatalogueSearch {
  return compact({
    view: oneOf(raw.view, ['available'] as const),
    q: textIn(raw.q),
    kind: textIn(raw.kind),
    show: oneOf(raw.show, SHOWN),
  });
}

export const TABS = ['overview', 'settings', 'versions', 'health', 'usage'] as const;
export type Tab = (typeof TABS)[number];
export interface PluginSearch {
  /** The overview if left out. */
  tab?: Exclude<Tab, 'overview'>;
  hours?: Hours;
}

export function pluginSearch(raw: Record<string, unknown>): PluginSearch {
  return compact({
    tab: oneOf(raw.tab, ['settings', 'versions', 'health', 'usage'] as const),
    hours: hoursIn(raw.hours),
  });
}
