import type { Gap, GapState } from '@openteller/web-kit';

export const STATES: { state: GapState; label: string; hint: string }[] = [
  { state: 'OPEN', label: 'Open', hint: 'Nobody has taken it' },
  { state: 'PLANNED', label: 'Planned', hint: 'Somebody is writing it' },
  { state: 'CLOSED', label: 'Closed', hint: 'Answered now, or not worth a document' },
];

/** Dearest first: minutes of people, then how often it was asked. */
export const ranked = (gaps: readonly Gap[]): Gap[] =>
  [...gaps].sort((a, b) => b.cost.minutes - a.cost.minutes || b.volume - a.volume);

export const inState = (gaps: readonly Gap[], state: GapState): Gap[] =>
  ranked(gaps.filter((gap) => gap.state === state));

/** `3 unanswered, 1 answered without being sure`: only what happened is named. */
export function endedIn({ unanswered = 0, lowConfidence = 0 }: Gap): string {
  const parts = [
    unanswered > 0 && `${unanswered} unanswered`,
    lowConfidence > 0 && `${lowConfidence} answered without being sure`,
  ].filter((part) => part !== false);
  return parts.join(', ');
}

/** `45 min`, `3 h 20 min`; nothing when no person spent a minute on it. */
export function workOf(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole === 0) return '';
  if (whole < 60) return `${whole} min`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${rest} min`;
}
