import { compact } from '../../shared/search-values.ts';

export const SPANS = [7, 30, 90] as const;
export type Span = (typeof SPANS)[number];
export const DEFAULT_SPAN: Span = 30;

/** `?days=`; anything but 7, 30 and 90 is the default. */
export function dashboardSearch(raw: Record<string, unknown>): { days?: Span } {
  const days = SPANS.find((span) => span === Number(raw.days));
  return compact({ days: days === DEFAULT_SPAN ? undefined : days });
}
