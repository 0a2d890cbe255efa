import { api, type Wording } from '@openteller/web-kit';
import { queryOptions } from '@tanstack/react-query';
import { itemsOf } from '../../shared/with-lists.ts';

const BASE = '/api/v1/wording/answers';
const pathOf = (id: string, rest = '') => `${BASE}/${encodeURIComponent(id)}${rest}`;

export const wordingQuery = queryOptions({
  queryKey: ['wording'],
  queryFn: async ({ signal }) => itemsOf(await api.get<{ items?: Wording[] }>(BASE, { signal }), 'questions'),
});

export interface WordingFields {
  intent?: string;
  questions: string[];
  text: string;
  language: string;
  strict: boolean;
  documentSlug?: string;
}

export const saveWording = (id: string | undefined, fields: WordingFields): Promise<Wording> =>
  id ? api.put<Wording>(pathOf(id), fields) : api.post<Wording>(BASE, fields);
export const removeWording = (id: string): Promise<void> => api.delete(pathOf(id));
export type WordingStep = 'submit' | 'approve' | 'reject' | 'withdraw' | 'revoke';
export const stepWording = (id: string, step: WordingStep, body: object): Promise<Wording> =>
  api.post<Wording>(pathOf(id, `/${step}`), body);
