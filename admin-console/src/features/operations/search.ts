import { compact, oneOf, textIn } from '../../shared/search-values.ts';

export const VIEWS = ['unsettled', 'catalogue', 'bounds', 'suppliers'] as const;
export type View = (typeof VIEWS)[number];
export const SUPPLY = ['supplied', 'bounded', 'open'] as const;

export interface OperationsSearch {
  view?: View;
  /** The unsettled call that is looked at. */
  call?: string;
  /** The operation whose bounds are looked at. */
  operation?: string;
  q?: string;
  show?: (typeof SUPPLY)[number];
}

export const operationsSearch = (raw: Record<string, unknown>): OperationsSearch =>
  compact({
    view: oneOf(raw.view, VIEWS),
    call: textIn(raw.call),
    operation: textIn(raw.operation),
    q: textIn(raw.q),
    show: oneOf(raw.show, SUPPLY),
  });
