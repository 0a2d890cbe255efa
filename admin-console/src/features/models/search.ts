import { type Hours, hoursIn } from '../../shared/charts/hours.ts';
import { compact, oneOf, textIn } from '../../shared/search-values.ts';

const NOT_FIRST = ['routes', 'budgets', 'prices', 'calls', 'shadows', 'playground'] as const;
export const TABS = ['overview', ...NOT_FIRST] as const;
export type Tab = (typeof TABS)[number];

export interface ModelsSearch {
  /** The overview if left out. */
  tab?: (typeof NOT_FIRST)[number];
  hours?: Hours;
  task?: string;
  outcome?: string;
  model?: string;
  /** The call whose details are open. */
  call?: string;
}

export function modelsSearch(raw: Record<string, unknown>): ModelsSearch {
  return compact({
    tab: oneOf(raw.tab, NOT_FIRST),
    hours: hoursIn(raw.hours),
    task: textIn(raw.task),
    outcome: textIn(raw.outcome),
    model: textIn(raw.model),
    call: textIn(raw.call),
  });
}
