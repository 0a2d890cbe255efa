import type { Decision } from '@openteller/web-kit';

/** A decision as this page draws it: every list is there; what was not weighed in the turn is absent. */
export interface ReadDecision extends Omit<Decision, 'language' | 'guard'> {
  /** Absent when the turn went on after a step (a code, a confirmation) and no new message was read. */
  language?: Decision['language'] | undefined;
  /** `SKIPPED` when the reply states nothing that needs evidence. */
  guard?: { outcome: string; claims: Decision['guard']['claims'] } | undefined;
}

/** What arrives: empty lists may be left out. */
export type RawDecision = Partial<ReadDecision> & Pick<Decision, 'turnId' | 'at' | 'route' | 'rule'>;

/** Fills in the empty lists, so that the page says "none" where there is none. Nothing else is added. */
export function completeDecision(raw: RawDecision): ReadDecision {
  return {
    ...raw,
    release: raw.release ?? 0,
    question: raw.question ?? '',
    alternatives: raw.alternatives ?? [],
    signals: raw.signals ?? [],
    considered: raw.considered ?? [],
    passages: raw.passages ?? [],
    operations: (raw.operations ?? []).map((call) => ({ ...call, arguments: call.arguments ?? [] })),
    guard: raw.guard ? { ...raw.guard, claims: raw.guard.claims ?? [] } : undefined,
    ...(raw.confidence ? { confidence: { ...raw.confidence, parts: raw.confidence.parts ?? [] } } : {}),
    millis: raw.millis ?? 0,
    steps: raw.steps ?? [],
  };
}
