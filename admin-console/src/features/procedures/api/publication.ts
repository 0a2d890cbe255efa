import { api } from '@openteller/web-kit';
import { pathOf } from './procedures.ts';

export const askForPublication = (id: string, etag: string, comment: string): Promise<unknown> =>
  api.post(pathOf(id, '/publication'), { etag, comment });

export const approvePublication = (id: string, etag: string): Promise<{ version: number }> =>
  api.post(pathOf(id, '/publication/approval'), { etag });

export const refusePublication = (id: string, reason: string): Promise<unknown> =>
  api.post(pathOf(id, '/publication/refusal'), { reason });
