import { api, toast } from '@openteller/web-kit';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const PERSONAS = '/api/v1/personas';

export const TONES = ['FRIENDLY', 'CALM', 'TEACHING', 'FORMAL'] as const;

export interface Escalation {
  team: string;
  why: string;
  /** By language. `…` stands for up to four words. */
  phrases: Record<string, string[]>;
}

export interface Persona {
  id: string;
  name: Record<string, string>;
  tone: (typeof TONES)[number];
  manner: string;
  intents: string[];
  escalations: Escalation[];
}

export interface KeptPersona {
  persona: Persona;
  /** 0 for the platform's own. */
  edition: number;
  editions: { number: number; at: string; by: string; persona: Persona }[];
}

/** The platform leaves empty lists and maps out. */
const whole = (persona: Partial<Persona> & Pick<Persona, 'id' | 'tone'>): Persona => ({
  id: persona.id,
  tone: persona.tone,
  name: persona.name ?? {},
  manner: persona.manner ?? '',
  intents: persona.intents ?? [],
  escalations: (persona.escalations ?? []).map((rule) => ({ ...rule, phrases: rule.phrases ?? {} })),
});

const wholly = (kept: Partial<KeptPersona> & Pick<KeptPersona, 'persona'>): KeptPersona => ({
  persona: whole(kept.persona),
  edition: kept.edition ?? 0,
  editions: (kept.editions ?? []).map((edition) => ({ ...edition, persona: whole(edition.persona) })),
});

/** While it is written, an empty line is the next phrase. */
const withoutBlankLines = (rule: Escalation): Escalation => ({
  ...rule,
  phrases: Object.fromEntries(
    Object.entries(rule.phrases)
      .map(([tag, lines]) => [tag, lines.map((line) => line.trim()).filter(Boolean)] as const)
      .filter(([, lines]) => lines.length > 0),
  ),
});

export const personasQuery = queryOptions({
  queryKey: ['personas'],
  queryFn: async ({ signal }) => {
    const raw = await api.get<{ personas?: KeptPersona[] }>(PERSONAS, { signal });
    return (raw.personas ?? []).map(wholly);
  },
});

export function useChangePersona() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ edition, persona }: { edition: number; persona: Persona }) =>
      api.put<KeptPersona>(`${PERSONAS}/${encodeURIComponent(persona.id)}`, {
        edition,
        persona: { ...persona, escalations: persona.escalations.map(withoutBlankLines) },
      }),
    onSuccess: () => toast('In force from now on, as a release of its own'),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['personas'] }),
  });
}
