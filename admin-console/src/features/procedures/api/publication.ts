import { api } from '@openteller/web-kit';
import { pathOf } from './procedures.ts';
import type { Procedure } from './types.ts';

export const askForPublication = (id: string, etag: string, comment: string): Promise<unknown> =>
  api.post(pathOf(id, '/publication'), { etag, comment });

export const approvePublication = (id: string, etag: string): Promise<Partial<Procedure>> =>
  api.post(pathOf(id, '/publication/approval'), { etag });

export const refusePublication = (id: string, reason: string): Promise<unknown> =>
  api.post(pathOf(id, '/publication/refusal'), { reason });
