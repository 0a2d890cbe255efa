import { humanise, plural } from './words.ts';

/** What a claim is about, in the words of somebody who reads the reply and not the code. */
const KINDS: Record<string, string> = {
  AMOUNT: 'Amount',
  RATE: 'Rate',
  DATE: 'Date',
  TIME: 'Time of day',
  DURATION: 'Period or deadline',
  COUNT: 'Number',
  DIGITS: 'Digits',
  ELIGIBILITY: 'Whether something is so',
  SUBJECT: 'Who or what it is about',
  PROMISE: 'Promise',
  ADVICE: 'Regulated advice',
  OTHER_BANK: 'Another bank',
  TONE: 'Tone',
  PERSONAL_DATA: 'Personal data',
};
/** Of these it is not what is said that is wrong, but that it is said at all: no source would help. */
const NEVER_SAID = new Set(['PROMISE', 'ADVICE', 'OTHER_BANK', 'TONE', 'PERSONAL_DATA']);

interface CheckedClaim {
  kind?: string;
  supported: boolean;
}

export const claimKind = (kind: string): string => KINDS[kind] ?? humanise(kind);

/**
 * What the check made of the claims of a reply, as the beginning of a sentence without its full stop.
 *
 * @param checked false when the reply was not looked at
 */
export function claimsInWords(claims: readonly CheckedClaim[], checked = true): string {
  const all = plural(claims.length, 'claim');
  if (!checked) return `${all}, not checked`;
  const bad = claims.filter((claim) => !claim.supported);
  if (bad.length === 0) return `${all}, none without evidence`;
  const never = bad.filter((claim) => NEVER_SAID.has(claim.kind ?? '')).length;
  const missing = bad.length - never;
  const parts = [
    missing > 0 && `${plural(missing, 'claim')} without evidence`,
    never > 0 && `${plural(never, 'thing')} that the assistant may not say`,
  ].filter((part) => part !== false);
  return parts.join(' and ');
}
