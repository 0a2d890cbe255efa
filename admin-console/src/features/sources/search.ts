import { compact, oneOf } from '../../shared/search-values.ts';

export const VIEWS = ['uploads', 'conversations'] as const;
export interface SourcesSearch {
  view?: (typeof VIEWS)[number];
}
export const sourcesSearch = (raw: Record<string, unknown>): SourcesSearch =>
  compact({ view: oneOf(raw.view, VIEWS) });
