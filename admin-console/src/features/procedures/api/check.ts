import { api } from '@openteller/web-kit';
import type { Definition } from '../model/definition.ts';
import { BASE } from './procedures.ts';
import type { Finding } from './types.ts';

export async function check(definition: Definition, signal?: AbortSignal): Promise<Finding[]> {
  const raw = await api.post<{ findings?: Finding[] }>(`${BASE}/check`, { definition }, { signal });
  return raw?.findings ?? [];
}
