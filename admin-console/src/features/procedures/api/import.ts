import { api } from '@openteller/web-kit';
import type { Definition } from '../model/definition.ts';
import { BASE } from './procedures.ts';
import type { Finding } from './types.ts';

export interface Imported {
  definition: Definition;
  notes: string[];
  findings: Finding[];
}

export async function importText(text: string, format: 'DEFINITION' | 'STEPS'): Promise<Imported> {
  const raw = await api.post<Partial<Imported> & { definition: Definition }>(`${BASE}/import`, {
    text,
    format,
  });
  return { notes: [], findings: [], ...raw };
}
