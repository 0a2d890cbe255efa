import { compact, flagIn, oneOf, textIn } from '../../shared/search-values.ts';

export const SHOWN = ['draft', 'waiting', 'findings', 'archived'] as const;
export interface ProceduresSearch {
  q?: string;
  show?: (typeof SHOWN)[number];
  new?: true;
  import?: true;
}
export const proceduresSearch = (raw: Record<string, unknown>): ProceduresSearch =>
  compact({
    q: textIn(raw.q),
    show: oneOf(raw.show, SHOWN),
    new: flagIn(raw.new),
    import: flagIn(raw.import),
  });

export const PAGES = ['review', 'versions'] as const;
export const PANELS = ['procedure', 'problems', 'test'] as const;
export type Panel = 'step' | (typeof PANELS)[number];
export interface ProcedureSearch {
  /** The editor if left out. */
  page?: (typeof PAGES)[number];
  /** The canvas if left out; a phone has only the outline. */
  view?: 'outline';
  /** What stands beside the editor; the chosen step if left out. */
  panel?: (typeof PANELS)[number];
  /** The versions that are compared: a number, or `draft`. */
  from?: string;
  to?: string;
}
export const procedureSearch = (raw: Record<string, unknown>): ProcedureSearch =>
  compact({
    page: oneOf(raw.page, PAGES),
    view: oneOf(raw.view, ['outline'] as const),
    panel: oneOf(raw.panel, PANELS),
    from: textIn(raw.from),
    to: textIn(raw.to),
  });
