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

/** `45 min`, `3 h 20 min`. */
export function workOf(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${rest} min`;
}
