import { compact, textIn } from '../../shared/search-values.ts';

export const auditSearch = (raw: Record<string, unknown>): { action?: string; before?: number } => {
  const before = Number(raw.before);
  return compact({
    action: textIn(raw.action),
    before: raw.before !== undefined && Number.isInteger(before) && before > 0 ? before : undefined,
  });
};
