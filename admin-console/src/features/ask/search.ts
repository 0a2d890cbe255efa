import { compact, oneOf, textIn } from '../../shared/search-values.ts';

export const MODES = ['hybrid', 'bm25', 'vector'] as const;
export const AUDIENCE = ['language', 'segment', 'product', 'jurisdiction'] as const;

export interface AskSearch {
  view?: 'find';
  q?: string;
  /** A moment in the reader's zone, `2027-03-03T10:00`; now if left out. */
  at?: string;
  language?: string;
  segment?: string;
  product?: string;
  jurisdiction?: string;
  mode?: (typeof MODES)[number];
}

const momentIn = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

export const askSearch = (raw: Record<string, unknown>): AskSearch =>
  compact({
    view: oneOf(raw.view, ['find'] as const),
    q: textIn(raw.q),
    at: momentIn(raw.at),
    language: textIn(raw.language),
    segment: textIn(raw.segment),
    product: textIn(raw.product),
    jurisdiction: textIn(raw.jurisdiction),
    mode: oneOf(raw.mode, MODES),
  });
