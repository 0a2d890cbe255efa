import { api } from '@openteller/web-kit';
import { pathOf } from './procedures.ts';

export const archive = (id: string): Promise<unknown> => api.post(pathOf(id, '/archive'), {});
