import type { Owner, Permission, Route } from '@openteller/web-kit';

/** The words and colours that people see for the platform's codes, in one place. */
export const ROUTES: Record<Route, { label: string; colour: string; meaning: string }> = {
  CONTAIN: { label: 'Answered', colour: 'teal', meaning: 'The assistant answered by itself' },
  ASSIST: { label: 'Drafted', colour: 'blue', meaning: 'The assistant wrote a draft for a person' },
  ESCALATE: { label: 'Handed over', colour: 'orange', meaning: 'The conversation went to a person' },
  CLARIFY: {
    label: 'Asked back',
    colour: 'violet',
    meaning: 'The assistant asked the customer something first',
  },
  REFUSE: {
    label: 'Not known',
    colour: 'gray',
    meaning: 'The assistant said that it does not know, and did not guess',
  },
};

export const routeOf = (code: string): { label: string; colour: string; meaning: string } =>
  ROUTES[code as Route] ?? { label: humanise(code), colour: 'gray', meaning: '' };

export const OWNERS: Record<Owner, { label: string; colour: string }> = {
  ASSISTANT: { label: 'Assistant', colour: 'iris' },
  QUEUE: { label: 'Waiting', colour: 'orange' },
  AGENT: { label: 'With a person', colour: 'blue' },
  CLOSED: { label: 'Closed', colour: 'gray' },
};

const REASONS: Record<string, string> = {
  FRAUD: 'Fraud',
  ACCOUNT_TAKEOVER: 'Account takeover',
  DISPUTE: 'Disputed payment',
  HARDSHIP: 'Financial hardship',
  COMPLAINT: 'Complaint',
  VULNERABILITY: 'Vulnerability',
  LEGAL: 'Legal matter',
  SELF_HARM: 'Safety of a person',
  PERSON_REQUESTED: 'Asked for a person',
  HUMAN_REQUEST: 'Asked for a person',
  ADVICE: 'Needs an adviser',
  NOT_KNOWN: 'Assistant did not know',
  FAILED: 'Assistant failed',
  TRANSFER: 'Transferred',
  UPSET: 'Customer upset',
  BEREAVEMENT: 'Bereavement',
};

export const reasonOf = (code: string): string => REASONS[code] ?? humanise(code);

/** What each permission lets somebody do, as the role editor explains it. */
export const PERMISSIONS: Record<Permission, { area: string; label: string; meaning: string }> = {
  CONVERSATION_READ: {
    area: 'Conversations',
    label: 'Read conversations',
    meaning: 'Transcripts and the decisions behind them',
  },
  CONVERSATION_WORK: {
    area: 'Conversations',
    label: 'Work on conversations',
    meaning: 'Claim, reply, hand over and resolve',
  },
  OPERATION_APPROVE: {
    area: 'Conversations',
    label: 'Approve operations',
    meaning: 'Agree to what needs a second person, such as larger refunds',
  },
  EVENT_SEND: {
    area: 'Conversations',
    label: 'Send events',
    meaning: 'Tell the platform what happened at the bank; for programs',
  },
  QUEUE_SUPERVISE: {
    area: 'Conversations',
    label: 'Supervise the queue',
    meaning: 'Transfer any conversation, see every agent',
  },
  CUSTOMER_REVEAL: {
    area: 'Conversations',
    label: 'Reveal masked details',
    meaning: 'See what is masked; each look is logged',
  },
  KNOWLEDGE_READ: { area: 'Knowledge', label: 'Read documents', meaning: 'What the assistant may quote' },
  KNOWLEDGE_WRITE: {
    area: 'Knowledge',
    label: 'Write documents',
    meaning: 'Upload, write drafts and submit them for review',
  },
  KNOWLEDGE_APPROVE: {
    area: 'Knowledge',
    label: 'Approve documents',
    meaning: 'Approve, send back and revoke what others wrote',
  },
  INTENT_READ: {
    area: 'Intents',
    label: 'See intents',
    meaning: 'What customers want, examples and reports',
  },
  INTENT_WRITE: {
    area: 'Intents',
    label: 'Teach intents',
    meaning: 'Change examples, train, publish and roll back',
  },
  PROCEDURE_READ: {
    area: 'Procedures',
    label: 'See procedures',
    meaning: 'What the assistant does step by step',
  },
  PROCEDURE_WRITE: {
    area: 'Procedures',
    label: 'Write procedures',
    meaning: 'Change drafts, try them out and ask for publication',
  },
  PROCEDURE_APPROVE: {
    area: 'Procedures',
    label: 'Publish procedures',
    meaning: 'Approve or refuse what others wrote',
  },
  PLUGIN_READ: {
    area: 'Plugins',
    label: 'See plugins',
    meaning: 'State, health and settings without secrets',
  },
  PLUGIN_WRITE: {
    area: 'Plugins',
    label: 'Configure plugins',
    meaning: 'Change settings and secrets, enable, disable',
  },
  INSIGHT_READ: {
    area: 'Insight',
    label: 'See the dashboard',
    meaning: 'Numbers about conversations and answers',
  },
  RELEASE_READ: {
    area: 'Governance',
    label: 'See releases',
    meaning: 'Each numbered change of the configuration',
  },
  RELEASE_WRITE: { area: 'Governance', label: 'Publish releases', meaning: 'Put a configuration in force' },
  TEAM_READ: { area: 'Governance', label: 'See the team', meaning: 'Who works here and in which roles' },
  TEAM_WRITE: { area: 'Governance', label: 'Manage the team', meaning: 'Invite colleagues and change roles' },
  AUDIT_READ: {
    area: 'Governance',
    label: 'Read the audit trail',
    meaning: 'Who did what, and verify that nothing was altered',
  },
};

const ACRONYMS = new Set([
  'upi',
  'otp',
  'emi',
  'kyc',
  'atm',
  'pin',
  'pdf',
  'html',
  'docx',
  'id',
  'iban',
  'neft',
  'imps',
]);

/** `CARD_LOST`, `card-lost` or `cardLost` becomes `Card lost`; abbreviations that people know stay in capitals. */
export function humanise(code: string): string {
  const words = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[_\-.\s]+/)
    .filter(Boolean)
    .map((word) => (ACRONYMS.has(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase()));
  const text = words.join(' ');
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

/** What stands where a number would be if there were one. */
export const NONE = '—';

/** 0.734 becomes `73 %`; what is absent stays absent. */
export function percent(share: number | undefined | null, digits = 0): string {
  return share === undefined || share === null || Number.isNaN(share)
    ? NONE
    : `${(share * 100).toFixed(digits)} %`;
}

/** `840 ms`, `2.4 s`, `1 m 05 s`. */
export function millis(value: number | undefined | null): string {
  if (value === undefined || value === null || Number.isNaN(value)) return NONE;
  if (value < 1000) return `${Math.round(value)} ms`;
  if (value < 60_000) return `${(value / 1000).toFixed(1)} s`;
  const seconds = Math.round(value / 1000);
  return `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}

export const count = (value: number): string => new Intl.NumberFormat('en-GB').format(value);

/** `1 passage`, `3 passages`. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;
