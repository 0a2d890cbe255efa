import type { Problem } from '../api/problem.ts';
import type { Link } from '../stream/event-feed.ts';

export type Author = 'CUSTOMER' | 'ASSISTANT' | 'AGENT' | 'SYSTEM';
export type Owner = 'ASSISTANT' | 'QUEUE' | 'AGENT' | 'CLOSED';

export interface Session {
  token: string;
  conversationId: string;
  bankName: string;
  assistantName: string;
  accentColor: string;
  suggestions: readonly string[];
}

export interface Citation {
  title: string;
  heading: string;
  url: string;
}

/** A proof of who the customer is: a code, or answers if there are questions. */
export interface OtpCard {
  kind: 'OTP';
  challengeId: string;
  maskedDestination: string;
  state: 'OPEN' | 'DONE' | 'DECLINED';
  questions: readonly { id: string; text: string; choices: readonly string[] }[];
}

/** What the customer gives: the code, or an answer each. Neither is ever a message. */
export type Proof = string | readonly { id: string; choice: string }[];

export interface ConfirmCard {
  kind: 'CONFIRM';
  actionId: string;
  title: string;
  confirmLabel: string;
  state: 'OPEN' | 'DONE' | 'DECLINED';
  lines: readonly { label: string; value: string }[];
}

export type Card = OtpCard | ConfirmCard;

export interface Message {
  seq: number;
  author: Author;
  text: string;
  aiGenerated: boolean;
  createdAt: string;
  citations: readonly Citation[];
  agentName?: string;
  clientMessageId?: string;
  card?: Card;
  /** True or false once the customer has said so of this answer. */
  helpful?: unknown;
}

/** What the customer wrote and the stream has not yet given back. */
export interface Outgoing {
  clientMessageId: string;
  text: string;
  createdAt: string;
  /** Held: not taken just now, and sent again by itself. */
  delivery: 'sending' | 'sent' | 'held' | 'failed';
  problem?: Problem;
}

export interface OwnerState {
  owner: Owner;
  working: boolean;
  steppedUp: boolean;
  agentName?: string;
  queuePosition?: number;
}

export type OtpStep = 'open' | 'checking' | 'wrong' | 'expired' | 'too-many' | 'verified' | 'failed';

export interface OtpProgress {
  step: OtpStep;
  attemptsLeft?: number;
  /** A resent code may have a challenge of its own. */
  challengeId?: string;
  maskedDestination?: string;
  resentAt?: number;
}

export type ConfirmStep = 'working' | 'done' | 'declined' | 'expired' | 'failed';
export type Start = { kind: 'starting' } | { kind: 'ready' } | { kind: 'refused'; problem: Problem };

export interface ChatState extends OwnerState {
  start: Start;
  session?: Session;
  link: Link;
  /** Ordered by seq, each once. */
  messages: readonly Message[];
  outgoing: readonly Outgoing[];
  /** What may be read of the answer that is being written; its message replaces it. */
  partial?: Message;
  /** By the challenge id on the card. */
  otp: Readonly<Record<string, OtpProgress>>;
  confirm: Readonly<Record<string, ConfirmStep>>;
  person: 'not-asked' | 'asking' | 'failed';
  rating: 'open' | 'sending' | 'failed' | 'done';
  /** The session before this one ended, so the conversation began anew. */
  renewed: boolean;
}

export const INITIAL: ChatState = {
  start: { kind: 'starting' },
  link: 'connecting',
  owner: 'ASSISTANT',
  working: false,
  steppedUp: false,
  messages: [],
  outgoing: [],
  otp: {},
  confirm: {},
  person: 'not-asked',
  rating: 'open',
  renewed: false,
};
