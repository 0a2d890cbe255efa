import { api } from '@openteller/web-kit';
import type { Sheet } from '../model/definition.ts';
import { pathOf } from './procedures.ts';
import type { Finding } from './types.ts';

/** @param etag of the draft that this one follows; nothing when there was none */
export async function putDraft(
  id: string,
  sheet: Sheet,
  etag: string | undefined,
): Promise<{ etag: string; findings: Finding[] }> {
  const headers: Record<string, string> = etag ? { 'If-Match': `"${etag}"` } : { 'If-None-Match': '*' };
  const raw = await api.put<{ etag: string; findings?: Finding[] }>(pathOf(id, '/draft'), sheet, { headers });
  return { etag: raw.etag, findings: raw.findings ?? [] };
}

export const deleteDraft = (id: string): Promise<unknown> => api.delete(pathOf(id, '/draft'));
