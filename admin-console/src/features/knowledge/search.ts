import { compact, flagIn, oneOf, textIn } from '../../shared/search-values.ts';

export const STATUSES = ['PUBLISHED', 'ARCHIVED'] as const;
export interface KnowledgeSearch {
  view?: 'search';
  status?: (typeof STATUSES)[number];
  q?: string;
  upload?: true;
}

export const knowledgeSearch = (raw: Record<string, unknown>): KnowledgeSearch =>
  compact({
    view: oneOf(raw.view, ['search'] as const),
    status: oneOf(raw.status, STATUSES),
    q: textIn(raw.q),
    upload: flagIn(raw.upload),
  });
