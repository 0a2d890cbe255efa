import type { Assurance, HandoffReason, Mood, Owner, Presence } from '@openteller/web-kit';

/** The words that people see for the platform's codes, in one place. */
export const REASONS: Record<HandoffReason | 'TAKEN_OVER', { label: string; colour: string }> = {
  FRAUD: { label: 'Fraud', colour: 'red' },
  SELF_HARM: { label: 'Safety of a person', colour: 'red' },
  VULNERABILITY: { label: 'Vulnerability', colour: 'orange' },
  HARDSHIP: { label: 'Hardship', colour: 'orange' },
  DISPUTE: { label: 'Dispute', colour: 'orange' },
  LEGAL: { label: 'Legal', colour: 'grape' },
  COMPLAINT: { label: 'Complaint', colour: 'yellow' },
  PERSON_REQUESTED: { label: 'Asked for a person', colour: 'blue' },
  ADVICE: { label: 'Needs an adviser', colour: 'blue' },
  NOT_KNOWN: { label: 'Assistant did not know', colour: 'gray' },
  UPSET: { label: 'Upset', colour: 'orange' },
  FAILED: { label: 'Assistant failed', colour: 'gray' },
  TAKEN_OVER: { label: 'Taken over', colour: 'iris' },
  TRANSFER: { label: 'Passed on', colour: 'cyan' },
};

export const reasonOf = (code: string): { label: string; colour: string } =>
  REASONS[code as keyof typeof REASONS] ?? { label: humanise(code), colour: 'gray' };

export const OWNERS: Record<Owner, string> = {
  ASSISTANT: 'Assistant',
  QUEUE: 'Waiting for a person',
  AGENT: 'With a person',
  CLOSED: 'Closed',
};

export const MOODS: Record<Mood, string> = { CALM: 'Calm', WORRIED: 'Worried', UPSET: 'Upset' };

export const PRESENCES: Record<Presence, string> = { ONLINE: 'Online', AWAY: 'Away', OFFLINE: 'Offline' };

export const ASSURANCES: Record<Assurance, string> = {
  ANONYMOUS: 'Not identified',
  IDENTIFIED: 'Signed in at the bank',
  STEPPED_UP: 'Verified with a one-time code',
};

/** Banks speak in these; spelled small they look like mistakes. */
const ABBREVIATIONS = /\b(upi|emi|atm|kyc|otp|fd|rd|sip|isa|neft|imps|rtgs|pin|iban|apr)\b/gi;

/** `CARD_LOST` or `card-lost` becomes `Card lost`. */
export function humanise(code: string): string {
  const words = code.replace(/[_\-.]+/g, ' ').trim();
  if (words === '') return '';
  const text = (words === words.toUpperCase() ? words.toLowerCase() : words).replace(ABBREVIATIONS, (short) =>
    short.toUpperCase(),
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** `hi` becomes `Hindi`; a code that is no language stays as it is. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

export const firstName = (name: string): string => name.split(/\s+/)[0] ?? name;
