import type { ConversationDetail, Message, Note } from '@openteller/web-kit';
import { describe, expect, it } from 'vitest';
import { liveAfter, withMessage, withNote } from '../../src/features/thread/conversation-stream.ts';
import { entriesOf } from '../../src/features/thread/entries.ts';
import { replyBlocked, standingOf } from '../../src/features/thread/standing.ts';
import { completeDetail, completeItems } from '../../src/shared/desk/complete.ts';
import { mineOf } from '../../src/shared/desk/queries.ts';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
const message = (seq: number, author: Message['author'], minutes: number): Message => ({
  seq,
  author,
  text: `m${seq}`,
  aiGenerated: false,
  createdAt: at(minutes),
  citations: [],
});
const note: Note = { id: 'n1', author: { id: 's', name: 'S' }, text: 'seen', createdAt: at(-4) };
const detail = (parts: Partial<ConversationDetail> = {}): ConversationDetail => ({
  conversationId: 'c',
  owner: 'AGENT',
  assignedTo: { id: 'me', name: 'Me' },
  version: 1,
  customer: { name: 'A', verified: true, assurance: 'IDENTIFIED', language: 'en' },
  messages: [],
  notes: [],
  ...parts,
});

describe('a conversation', () => {
  it('takes a message once, however often the stream sends it, in the order of numbers', () => {
    const once = withMessage(detail({ messages: [message(2, 'AGENT', -1)] }), message(1, 'CUSTOMER', -2));
    const twice = withMessage(once, message(1, 'CUSTOMER', -2));
    expect(twice.messages.map((each) => each.seq)).toEqual([1, 2]);
  });
  it('replaces a message whose card changed', () => {
    const changed = { ...message(1, 'ASSISTANT', -2), text: 'confirmed' };
    expect(withMessage(detail({ messages: [message(1, 'ASSISTANT', -2)] }), changed).messages).toEqual([
      changed,
    ]);
  });
  it('ignores what is no message', () => {
    const before = detail();
    expect(withMessage(before, {} as Message)).toBe(before);
  });
  it('shows what is being written until it is said, taken back or given up', () => {
    const state = (working: boolean) => ({
      event: 'state',
      data: { owner: 'ASSISTANT', working, assurance: 'ANONYMOUS' },
    });
    const partial = (text: string) => ({ event: 'partial', data: { turnId: 't', text } });
    const writing = [state(true), partial('One.'), partial('One. Two.')].reduce(liveAfter, {});
    expect(writing.partial?.text).toBe('One. Two.');
    expect(liveAfter(writing, { event: 'message', data: message(2, 'CUSTOMER', 0) })).toBe(writing);
    expect(liveAfter(writing, state(true)).partial?.text).toBe('One. Two.');
    for (const end of [partial(''), state(false), { event: 'message', data: message(2, 'ASSISTANT', 0) }]) {
      expect(liveAfter(writing, end)).not.toHaveProperty('partial');
    }
  });
  it('takes a note once', () => {
    expect(withNote(withNote(detail(), note), note).notes).toEqual([note]);
  });
});

describe('the timeline', () => {
  it('mixes notes into the messages by time and starts a run at each change of author', () => {
    const messages = [
      message(1, 'CUSTOMER', -5),
      message(2, 'CUSTOMER', -3),
      message(3, 'AGENT', -2),
      message(4, 'AGENT', -1),
    ];
    const entries = entriesOf(messages, [note], [], NOW);
    expect(entries.map((entry) => entry.key)).toEqual(['dToday', 'm1', 'nn1', 'm2', 'm3', 'm4']);
    const first = entries.flatMap((entry) => (entry.kind === 'message' && entry.first ? entry.key : []));
    expect(first).toEqual(['m1', 'm2', 'm3']);
  });
  it('draws a divider for each day', () => {
    const entries = entriesOf([message(1, 'CUSTOMER', -26 * 60), message(2, 'CUSTOMER', -1)], [], [], NOW);
    expect(entries.flatMap((entry) => (entry.kind === 'day' ? entry.label : []))).toEqual([
      'Yesterday',
      'Today',
    ]);
  });
  it('keeps replies that are still on their way at the end', () => {
    const outgoing = { clientMessageId: 'x', text: 'hi', createdAt: at(-9), state: 'sending' as const };
    expect(entriesOf([message(1, 'CUSTOMER', -1)], [], [outgoing], NOW).at(-1)?.key).toBe('ox');
  });
});

describe('who may reply', () => {
  it('is the person who holds the conversation', () => {
    expect(replyBlocked(standingOf(detail(), 'me', true), detail())).toBeUndefined();
  });
  it('is nobody else, and the reason names the holder', () => {
    expect(replyBlocked(standingOf(detail(), 'other', true), detail())).toBe('Me is answering');
  });
  it('is nobody before a claim, after the end, or without the permission', () => {
    expect(standingOf(detail({ owner: 'QUEUE' }), 'me', true)).toBe('waiting');
    expect(standingOf(detail({ owner: 'CLOSED' }), 'me', true)).toBe('closed');
    expect(standingOf(detail(), 'me', false)).toBe('readonly');
  });
});

describe('what a terse server leaves out', () => {
  it('comes back as empty lists', () => {
    const { messages: _m, notes: _n, ...terse } = detail({ packet: { summary: 's' } as never });
    expect(completeDetail(terse as never)).toMatchObject({
      messages: [],
      notes: [],
      packet: { facts: [], tried: [], promises: [] },
    });
    expect(completeDetail({ ...terse, messages: [{ seq: 1 }] } as never).messages[0]?.citations).toEqual([]);
    expect(completeItems(undefined)).toEqual({ items: [] });
  });
});

describe('what I hold', () => {
  const feedItem = (id: string, holder?: string) =>
    ({
      conversationId: id,
      customerName: id,
      startedAt: at(-9),
      version: 2,
      assignedTo: holder && { id: holder, name: holder },
    }) as never;
  const queueItem = (id: string, holder?: string) =>
    ({ conversationId: id, reason: 'FRAUD', assignedTo: holder && { id: holder, name: holder } }) as never;
  it('is what was handed over to me and what I took from the assistant, each once', () => {
    const mine = mineOf(
      [queueItem('handed', 'me'), queueItem('waiting'), queueItem('theirs', 'other')],
      [feedItem('handed', 'me'), feedItem('taken', 'me'), feedItem('theirs', 'other'), feedItem('free')],
      'me',
    );
    expect(mine.map((item) => [item.conversationId, item.reason])).toEqual([
      ['handed', 'FRAUD'],
      ['taken', 'TAKEN_OVER'],
    ]);
  });
});
