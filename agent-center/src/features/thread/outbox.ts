import { api, asProblem, type Message, type Problem } from '@openteller/web-kit';
import { useSyncExternalStore } from 'react';
import { pathOf } from '../../shared/desk/queries.ts';

/** A reply on its way. It keeps one client message id for all attempts, so the platform stores it once. */
export interface Outgoing {
  clientMessageId: string;
  text: string;
  createdAt: string;
  state: 'sending' | 'failed' | 'sent';
  problem?: Problem;
}

const NONE: readonly Outgoing[] = [];
const outgoing = new Map<string, readonly Outgoing[]>();
const listeners = new Set<() => void>();

function change(conversation: string, to: (list: readonly Outgoing[]) => readonly Outgoing[]): void {
  outgoing.set(conversation, to(outgoing.get(conversation) ?? NONE));
  for (const listener of listeners) listener();
}

function mark(conversation: string, id: string, parts: Partial<Outgoing>): void {
  change(conversation, (list) =>
    list.map((each) => (each.clientMessageId === id ? { ...each, ...parts } : each)),
  );
}

async function attempt(conversation: string, message: Outgoing): Promise<void> {
  const { clientMessageId, text } = message;
  try {
    await api.post(pathOf(conversation, '/messages'), { clientMessageId, text });
    mark(conversation, clientMessageId, { state: 'sent' });
  } catch (error) {
    mark(conversation, clientMessageId, { state: 'failed', problem: asProblem(error) });
  }
}

export function sendReply(conversation: string, text: string): void {
  const message: Outgoing = {
    clientMessageId: crypto.randomUUID(),
    text,
    createdAt: new Date().toISOString(),
    state: 'sending',
  };
  change(conversation, (list) => [...list, message]);
  void attempt(conversation, message);
}

/** Tries again with the same id: if the first attempt did arrive, nothing is sent twice. */
export function retryReply(conversation: string, message: Outgoing): void {
  mark(conversation, message.clientMessageId, { state: 'sending' });
  void attempt(conversation, message);
}

export function discardReply(conversation: string, clientMessageId: string): void {
  change(conversation, (list) => list.filter((each) => each.clientMessageId !== clientMessageId));
}

/** Replies that the conversation itself does not show yet. */
export function useOutgoing(conversation: string, messages: readonly Message[]): readonly Outgoing[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => outgoing.get(conversation) ?? NONE,
  );
  return all.filter((each) => !messages.some((message) => message.clientMessageId === each.clientMessageId));
}
