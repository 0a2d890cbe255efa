import type { Author, Message, Owner } from './desk-types.ts';
import type { Permission, Role } from './types.ts';

export interface InsightOverview {
  from: string;
  to: string;
  conversations: number;
  messages: number;
  /** Shares are 0 to 1 and absent when there is nothing to divide by. */
  containedShare?: number;
  escalatedShare?: number;
  csatAverage?: number;
  csatCount: number;
  medianAnswerMillis?: number;
  p95AnswerMillis?: number;
  byDay: { day: string; conversations: number; contained: number; escalated: number }[];
  byReason: { reason: string; count: number }[];
  byIntent: { intent: string; count: number; contained: number }[];
  byLanguage: { language: string; count: number }[];
  unanswered: { text: string; at: string; conversationId: string; turnId: string }[];
}

export type Route = 'CONTAIN' | 'ASSIST' | 'ESCALATE' | 'CLARIFY' | 'REFUSE';

export interface ConversationSummary {
  id: string;
  startedAt: string;
  updatedAt: string;
  owner: Owner;
  customerName: string;
  channel: string;
  language?: string;
  intent?: string;
  lastRoute?: Route;
  messageCount: number;
  csat?: number;
}

/** Everything the platform weighed for one customer message, in the order it happened. */
export interface Decision {
  turnId: string;
  at: string;
  release: number;
  question: string;
  route: Route;
  rule: string;
  language: { code: string; confidence: number };
  intent?: { name: string; confidence: number };
  alternatives: { name: string; confidence: number }[];
  /** What the message asks for besides the intent. */
  also?: { name: string; confidence: number }[];
  signals: { kind: string; words: string }[];
  /** How the customer sounded over the last messages; absent when no message was read. */
  mood?: { mood: string; frustration: number; because: string[] };
  considered: { rule: string; outcome: 'CHOSEN' | 'DROPPED'; why: string }[];
  passages: {
    document: string;
    title: string;
    version: number;
    heading: string;
    score: number;
    coverage: number;
    cited: boolean;
    text: string;
  }[];
  operations: {
    name: string;
    plugin: string;
    result: string;
    millis: number;
    arguments: { label: string; value: string }[];
  }[];
  guard: {
    outcome: 'PASS' | 'DOWNGRADE';
    claims: { text: string; supported: boolean; kind?: string; reason?: string }[];
  };
  confidence?: { value: number; parts: { name: string; value: number }[] };
  millis: number;
  steps: { name: string; millis: number; note: string }[];
}

export interface ConversationRecord {
  id: string;
  owner: Owner;
  customer: { ref?: string; name: string; verified?: boolean; tier?: string; language?: string };
  startedAt: string;
  messages: (Message & { author: Author })[];
  decisions: Decision[];
}

export interface TeamMember {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  active: boolean;
  lastSignInAt?: string;
}
export interface Team {
  items: TeamMember[];
  roles: { name: Role; description: string; permissions: Permission[] }[];
}

export interface AuditEvent {
  number: number;
  at: string;
  actor: { id?: string; name: string };
  action: string;
  subject: string;
  hash: string;
}
export interface AuditVerdict {
  intact: boolean;
  events: number;
  firstBroken?: number;
}
export interface Releases {
  current: number;
  items: {
    number: number;
    at: string;
    by: string;
    summary: string;
    changes: { what: string; before: string; after: string }[];
  }[];
}
