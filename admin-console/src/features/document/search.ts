import { compact, oneOf, textIn } from '../../shared/search-values.ts';

export const TABS = ['compare', 'passages', 'checks', 'impact', 'usage'] as const;

export interface DocumentSearch {
  /** The version on screen; the newest if left out. */
  v?: number;
  tab?: (typeof TABS)[number];
  /** The version it is compared with. */
  with?: number;
}

const numberIn = (value: unknown): number | undefined => {
  const number = Number(textIn(value));
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

export const documentSearch = (raw: Record<string, unknown>): DocumentSearch =>
  compact({ v: numberIn(raw.v), tab: oneOf(raw.tab, TABS), with: numberIn(raw.with) });
