import { compact, flagIn, oneOf } from '../../shared/search-values.ts';

export const teamSearch = (raw: Record<string, unknown>): { view?: 'roles'; invite?: true } =>
  compact({ view: oneOf(raw.view, ['roles'] as const), invite: flagIn(raw.invite) });
