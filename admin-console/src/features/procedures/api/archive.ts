import { api } from '@openteller/web-kit';
import { pathOf } from './procedures.ts';

/** @param archived false brings it back */
export const archive = (id: string, archived: boolean): Promise<unknown> =>
  api.post(pathOf(id, '/archive'), { archived });
