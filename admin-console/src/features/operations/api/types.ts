export type Risk = 'READ' | 'CHANGE' | 'MONEY' | 'IRREVERSIBLE';
export type CallState = 'CALLING' | 'IN_DOUBT' | 'NEEDS_PERSON' | 'DONE' | 'NOT_DONE' | 'REFUSED';

/** What one person found, where a second one has to look as well. */
export interface Finding {
  notDone: boolean;
  reason: string;
  by: string;
  at: string;
  mine: boolean;
}
export interface UnsettledCall {
  callId: string;
  operation: string;
  title: string;
  risk: Risk;
  customer: string;
  conversation: string;
  state: CallState;
  reason: string;
  since: string;
  attempts: number;
  nextAt?: string | null;
  forPerson: boolean;
  undoWanted: boolean;
  needsTwo: boolean;
  found?: Finding | null;
}
export interface UnsettledCounts {
  asking: number;
  people: number;
  second: number;
}
export interface UnsettledList {
  operations: UnsettledCall[];
  counts: UnsettledCounts;
}
export interface Attempt {
  at: string;
  what: 'CALLED' | 'ASKED' | 'WANTED' | 'FOUND' | 'FINDING_REFUSED' | 'SETTLED';
  came: string;
  by?: string | null;
}
export interface UnsettledDetail {
  operation: UnsettledCall;
  plugin?: string | null;
  calledAt?: string | null;
  rows: { label: string; value: string }[];
  history: Attempt[];
  settled?: { by: string; at: string; reason: string } | null;
}

export type Scope = 'CUSTOMER' | 'TENANT';
/** One of `count` and `minor`; 0 days for a single call. */
export interface Limit {
  scope: Scope;
  days: number;
  count?: number | null;
  minor?: Record<string, number> | null;
}
export interface Bounds {
  off: boolean;
  approval: boolean;
  limits: Limit[];
  aboveMinor: Record<string, number>;
}
export interface BoundsChange {
  id: string;
  operation: string;
  bounds: Bounds;
  reason: string;
  askedBy: string;
  askedAt: string;
  mine: boolean;
  state: 'WAITING' | 'IN_FORCE' | 'REFUSED' | 'OVERTAKEN';
  decidedBy?: string | null;
  decidedAt?: string | null;
  decidedReason?: string | null;
}

/** An operation as the catalogue has it, and who supplies it here. */
export interface Operation {
  name: string;
  title: string;
  summary: string;
  risk: Risk;
  assurance: 'ANONYMOUS' | 'IDENTIFIED' | 'STEPPED_UP';
  audience: string;
  confirmation: 'NONE' | 'CUSTOMER';
  approval?: { when: 'NEVER' | 'ALWAYS' | 'ABOVE'; aboveMinor?: Record<string, number> } | null;
  compensation?: string | null;
  reversible?: boolean;
  limits?: Limit[];
  input: { properties?: Record<string, { 'x-limited'?: unknown }> };
  suppliedBy?: string | null;
  supply?: Supply;
}
/** Who does it for this bank. `why` nobody is asked; `cutOff` what it needs and nothing gives that the same one supplies. */
export interface Supply {
  state: 'BY_ONE' | 'BY_NOBODY' | 'UNCHOSEN' | 'GONE';
  chosenFor?: string | null;
  chosen?: string | null;
  could?: string[];
  why?: string | null;
  cutOff?: string[];
}
/** @see Supply: `scope` is an operation or a domain, no `supplier` means nobody in particular. */
export interface SupplierChange {
  id: string;
  scope: string;
  supplier?: string | null;
  before?: string | null;
  reason: string;
  askedBy: string;
  askedAt: string;
  mine: boolean;
  state: BoundsChange['state'];
  decidedBy?: string | null;
  decidedAt?: string | null;
  decidedReason?: string | null;
  release?: number | null;
}
