import type { Money, Person, Role } from './types.ts';

export type HandoffReason =
  | 'FRAUD'
  | 'DISPUTE'
  | 'HARDSHIP'
  | 'COMPLAINT'
  | 'VULNERABILITY'
  | 'LEGAL'
  | 'SELF_HARM'
  | 'PERSON_REQUESTED'
  | 'ADVICE'
  | 'NOT_KNOWN'
  | 'FAILED'
  | 'UPSET'
  | 'TRANSFER';
export type Owner = 'ASSISTANT' | 'QUEUE' | 'AGENT' | 'CLOSED';
export type Author = 'CUSTOMER' | 'ASSISTANT' | 'AGENT' | 'SYSTEM';
export type Assurance = 'ANONYMOUS' | 'IDENTIFIED' | 'STEPPED_UP';
export type Presence = 'ONLINE' | 'AWAY' | 'OFFLINE';
export type Mood = 'CALM' | 'WORRIED' | 'UPSET';

/** One waiting or claimed handoff. The server orders by priority, then by waiting time. */
export interface QueueItem {
  conversationId: string;
  customerName: string;
  customerTier?: string;
  verified: boolean;
  reason: HandoffReason;
  /** 1 is the most urgent, 5 the least. */
  priority: number;
  priorityReason: string;
  intent?: string;
  language: string;
  lastLine: string;
  waitingSince: string;
  slaSeconds: number;
  slaDueAt: string;
  assignedTo?: Person;
  version: number;
}

export interface FeedItem {
  conversationId: string;
  customerName: string;
  channel: string;
  owner: Owner;
  /** Who holds it, when the owner is a person. */
  assignedTo?: Person;
  intent?: string;
  /** 0 to 1; absent before the first understood message. */
  confidence?: number;
  working: boolean;
  step?: string;
  lastLine: string;
  lastAuthor: Author;
  risk?: string;
  updatedAt: string;
  startedAt: string;
  messageCount: number;
  version: number;
}

export interface Citation {
  title: string;
  heading: string;
  url: string;
}
export type Card =
  | { kind: 'OTP'; challengeId: string; maskedDestination: string }
  | {
      kind: 'CONFIRM';
      actionId: string;
      title: string;
      lines: { label: string; value: string }[];
      confirmLabel: string;
      state: 'OPEN' | 'DONE' | 'DECLINED';
    };

export interface Message {
  seq: number;
  author: Author;
  text: string;
  aiGenerated: boolean;
  agentName?: string;
  clientMessageId?: string;
  createdAt: string;
  citations: Citation[];
  card?: Card;
  turnId?: string;
  /** What the customer thinks of this answer, once they have said it. */
  helpful?: boolean | null;
}

/** What may be read of the reply that is being written; an empty text takes it back. */
export interface PartialReply {
  turnId: string;
  text: string;
  citations?: Citation[];
}

export interface Note {
  id: string;
  author: Person;
  text: string;
  createdAt: string;
}

/** What the assistant hands over so that nobody has to ask twice. */
export interface Packet {
  summary: string;
  reason: HandoffReason;
  intent?: string;
  confidence?: number;
  verifiedIdentity: string;
  language: string;
  mood: Mood;
  facts: { label: string; value: string; source: string; at: string }[];
  tried: { what: string; result: string; at: string }[];
  promises: { text: string; dueAt?: string }[];
  createdAt: string;
}

export interface ConversationDetail {
  conversationId: string;
  owner: Owner;
  assignedTo?: Person;
  version: number;
  customer: {
    ref?: string;
    name: string;
    verified: boolean;
    assurance: Assurance;
    language: string;
    tier?: string;
  };
  packet?: Packet;
  messages: Message[];
  notes: Note[];
  csat?: number;
}

export interface ConversationState {
  owner: Owner;
  working: boolean;
  agentName?: string;
  queuePosition?: number;
  assurance: Assurance;
}

export interface DeskChange {
  conversationId: string;
  what: 'message' | 'owner' | 'assignment' | 'note' | 'closed';
}

export interface StaffMember extends Person {
  roles: Role[];
  presence: Presence;
  /** How many open conversations the person holds. */
  open: number;
}

/** What the bank's own system says about the customer; contact data arrives masked. */
export interface CustomerView {
  identified: boolean;
  profile?: {
    ref: string;
    name: string;
    tier: string;
    city: string;
    customerSince: string;
    language: string;
    emailMasked: string;
    mobileMasked: string;
  };
  accounts?: { ref: string; nickname: string; kind: string; last4: string; balance: Money }[];
  cards?: { ref: string; kind: string; network: string; last4: string; status: string }[];
  loans?: { kind: string; outstanding: Money; annualRateBps: number; instalment: Money; nextDue: string }[];
  investments?: { kind: string; name: string; value: Money; maturesOn?: string }[];
  transactions?: {
    ref: string;
    postedAt: string;
    merchant: string;
    amount: Money;
    category: string;
    kind: string;
    disputed: boolean;
  }[];
  disputes?: { reference: string; openedAt: string; status: string; amount: Money; merchant: string }[];
  conversations: { id: string; startedAt: string; owner: Owner; intent?: string; csat?: number }[];
  asOf: string;
  /** Id of the plugin that answered. */
  source: string;
}
