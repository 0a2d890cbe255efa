import { compact, flagIn, oneOf, textIn } from '../../shared/search-values.ts';

export const VIEWS = ['models', 'try', 'suggestions'] as const;
export const TIERS = ['A', 'B', 'C'] as const;

export interface IntentsSearch {
  view?: (typeof VIEWS)[number];
  q?: string;
  tier?: (typeof TIERS)[number];
  /** Number of the model whose report is open. */
  model?: number;
  import?: true;
}

export const intentsSearch = (raw: Record<string, unknown>): IntentsSearch => {
  const model = Number(raw.model);
  return compact({
    view: oneOf(raw.view, VIEWS),
    q: textIn(raw.q),
    tier: oneOf(raw.tier, TIERS),
    model: raw.model !== undefined && Number.isInteger(model) && model >= 0 ? model : undefined,
    import: flagIn(raw.import),
  });
};
