import { compact, oneOf } from '../../shared/search-values.ts';

export const DAYS = [7, 30, 90] as const;
export interface GapsSearch {
  view?: 'stale';
  days?: (typeof DAYS)[number];
}

export const gapsSearch = (raw: Record<string, unknown>): GapsSearch =>
  compact({
    view: oneOf(raw.view, ['stale'] as const),
    days: DAYS.find((each) => each === Number(raw.days)),
  });
