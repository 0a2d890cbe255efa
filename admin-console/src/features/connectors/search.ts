import { compact, flagIn, oneOf, textIn } from '../../shared/search-values.ts';

export interface ConnectorsSearch {
  new?: true;
  import?: true;
}
export const connectorsSearch = (raw: Record<string, unknown>): ConnectorsSearch =>
  compact({ new: flagIn(raw.new), import: flagIn(raw.import) });

export const TABS = ['operations', 'sign-in', 'document', 'try', 'review', 'versions'] as const;
export type Tab = (typeof TABS)[number];
export interface ConnectorSearch {
  /** The operations if left out. */
  tab?: Tab;
  /** Which operation is open. */
  operation?: string;
  /** The versions that are compared: a number, or `draft`. */
  from?: string;
  to?: string;
}
export const connectorSearch = (raw: Record<string, unknown>): ConnectorSearch =>
  compact({
    tab: oneOf(raw.tab, TABS),
    operation: textIn(raw.operation),
    from: textIn(raw.from),
    to: textIn(raw.to),
  });
