import { humanise, plural } from '../../shared/words.ts';
import type { Attempt, Bounds, BoundsChange, CallState, Limit, Operation, Risk } from './api/types.ts';

export const RISKS: Record<Risk, { label: string; colour: string; meaning: string }> = {
  READ: { label: 'Reads', colour: 'gray', meaning: 'Somebody could see what they should not' },
  CHANGE: { label: 'Changes', colour: 'blue', meaning: 'Something changes that can be put right' },
  MONEY: { label: 'Moves money', colour: 'orange', meaning: 'Money moves' },
  IRREVERSIBLE: { label: 'For good', colour: 'red', meaning: 'What is done cannot be undone' },
};
export const ASSURANCES: Record<Operation['assurance'], string> = {
  ANONYMOUS: 'anybody',
  IDENTIFIED: 'signed in',
  STEPPED_UP: 'proven again',
};
export const CALL_STATES: Record<CallState, { label: string; colour: string }> = {
  CALLING: { label: 'Called', colour: 'blue' },
  IN_DOUBT: { label: 'Bank is being asked', colour: 'blue' },
  NEEDS_PERSON: { label: 'Nobody knows', colour: 'orange' },
  DONE: { label: 'Done', colour: 'teal' },
  NOT_DONE: { label: 'Not done', colour: 'gray' },
  REFUSED: { label: 'Refused', colour: 'gray' },
};
export const ATTEMPTS: Record<Attempt['what'], string> = {
  CALLED: 'The bank was called and did not answer',
  ASKED: 'The bank was asked what became of it',
  WANTED: 'Somebody had the bank asked now',
  FOUND: 'Somebody said what they found',
  FINDING_REFUSED: 'A colleague did not agree',
  SETTLED: 'Settled',
};
export const CHANGE_STATES: Record<BoundsChange['state'], { label: string; colour: string }> = {
  WAITING: { label: 'Waits for a second person', colour: 'orange' },
  IN_FORCE: { label: 'Put in force', colour: 'teal' },
  REFUSED: { label: 'Refused', colour: 'red' },
  OVERTAKEN: { label: 'Overtaken by a later one', colour: 'gray' },
};

const DAYS: Record<number, string> = {
  0: 'a call',
  1: 'a day',
  7: 'a week',
  30: 'in 30 days',
  365: 'a year',
};
export const timeOf = (days: number): string => DAYS[days] ?? `in ${plural(days, 'day')}`;

type Money = (minor: number, currency: string) => string;

/** `3 times a day for a customer`, `₹500.00 a call for a customer`. */
export function limitWords(limit: Limit, money: Money): string {
  const whom = limit.scope === 'TENANT' ? 'for the whole bank' : 'for a customer';
  const amount =
    limit.count === undefined || limit.count === null
      ? Object.entries(limit.minor ?? {})
          .map(([currency, minor]) => money(minor, currency))
          .join(' or ')
      : plural(limit.count, 'time');
  return `${amount} ${timeOf(limit.days)} ${whom}`;
}

/** What the catalogue says of a colleague's agreement. */
export function approvalWords(operation: Operation, money: Money): string {
  const { when, aboveMinor } = operation.approval ?? { when: 'NEVER' as const };
  if (when === 'ALWAYS') return 'a colleague agrees to every call';
  if (when === 'NEVER' || !aboveMinor) return 'no colleague';
  return `a colleague above ${Object.entries(aboveMinor)
    .map(([currency, minor]) => money(minor, currency))
    .join(' or ')}`;
}

/** Each bound in words of its own. */
export function boundsWords(bounds: Bounds, money: Money): string[] {
  return [
    ...(bounds.off ? ['switched off'] : []),
    ...(bounds.approval ? ['a colleague agrees to every call'] : []),
    ...Object.entries(bounds.aboveMinor).map(
      ([currency, minor]) => `a colleague above ${money(minor, currency)}`,
    ),
    ...bounds.limits.map((limit) => `at most ${limitWords(limit, money)}`),
  ];
}

/** `cards.block/v1` belongs under `Cards`. */
export const areaOf = (name: string): string => humanise(name.split('.')[0] ?? name);
