import type { Author, Card, Citation, Message, Owner, OwnerState, Session } from '../state/chat-state.ts';

type Fields = Record<string, unknown>;

const AUTHORS: readonly unknown[] = ['CUSTOMER', 'ASSISTANT', 'AGENT', 'SYSTEM'];
const OWNERS: readonly unknown[] = ['ASSISTANT', 'QUEUE', 'AGENT', 'CLOSED'];

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function optional<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [P in K]?: string }) : {};
}

export function readSession(value: unknown): Session | undefined {
  const from = fields(value);
  if (!text(from.token) || !text(from.conversationId)) return undefined;
  return {
    token: text(from.token),
    conversationId: text(from.conversationId),
    bankName: text(from.bankName),
    assistantName: text(from.assistantName),
    accentColor: text(from.accentColor),
    suggestions: list(from.suggestions).map(text).filter(Boolean),
  };
}

/** Undefined for what cannot be shown; a newer platform may send kinds that this widget does not know. */
export function readMessage(value: unknown): Message | undefined {
  const from = fields(value);
  if (typeof from.seq !== 'number' || !AUTHORS.includes(from.author)) return undefined;
  const card = readCard(from.card);
  return {
    seq: from.seq,
    author: from.author as Author,
    text: text(from.text),
    aiGenerated: from.aiGenerated === true,
    createdAt: text(from.createdAt),
    citations: list(from.citations).map(readCitation),
    helpful: from.helpful,
    ...optional('agentName', from.agentName),
    ...optional('clientMessageId', from.clientMessageId),
    ...(card ? { card } : {}),
  };
}

function readCitation(value: unknown): Citation {
  const from = fields(value);
  return { title: text(from.title), heading: text(from.heading), url: text(from.url) };
}

function stateOf({ state }: Fields): Card['state'] {
  return state === 'DONE' || state === 'DECLINED' ? state : 'OPEN';
}

function readCard(value: unknown): Card | undefined {
  const from = fields(value);
  if (from.kind === 'OTP' || from.kind === 'QUESTIONS') {
    return {
      kind: 'OTP',
      challengeId: text(from.challengeId),
      maskedDestination: text(from.maskedDestination),
      state: stateOf(from),
      questions: list(from.questions)
        .map(fields)
        .map((one) => ({ id: text(one.id), text: text(one.text), choices: list(one.choices).map(text) })),
    };
  }
  if (from.kind !== 'CONFIRM') return undefined;
  return {
    kind: 'CONFIRM',
    actionId: text(from.actionId),
    title: text(from.title),
    confirmLabel: text(from.confirmLabel),
    state: stateOf(from),
    lines: list(from.lines).map((line) => ({
      label: text(fields(line).label),
      value: text(fields(line).value),
    })),
  };
}

export function readOwnerState(value: unknown): OwnerState | undefined {
  const from = fields(value);
  if (!OWNERS.includes(from.owner)) return undefined;
  return {
    owner: from.owner as Owner,
    working: from.working === true,
    steppedUp: from.assurance === 'STEPPED_UP',
    ...optional('agentName', from.agentName),
    ...(typeof from.queuePosition === 'number' ? { queuePosition: from.queuePosition } : {}),
  };
}
