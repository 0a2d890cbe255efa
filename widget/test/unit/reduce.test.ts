import { describe, expect, it } from 'vitest';
import { INITIAL, type Message } from '../../src/chat/state/chat-state.ts';
import { type Action, reduce } from '../../src/chat/state/reduce.ts';

const message = (seq: number, more: Partial<Message> = {}): Action => ({
  type: 'message',
  message: {
    seq,
    author: 'ASSISTANT',
    text: `no. ${seq}`,
    aiGenerated: true,
    createdAt: '2026-01-05T10:00:00Z',
    citations: [],
    ...more,
  },
});
const partial = (text: string): Action => ({
  type: 'partial',
  partial: {
    seq: 3,
    author: 'ASSISTANT',
    text,
    aiGenerated: true,
    createdAt: '2026-01-05T10:00:00Z',
    citations: [],
  },
});
const owner = (working: boolean, who: 'ASSISTANT' | 'AGENT' = 'ASSISTANT'): Action => ({
  type: 'owner',
  state: { owner: who, working, steppedUp: false },
});
const write: Action = {
  type: 'write',
  outgoing: { clientMessageId: 'c1', text: 'hello', createdAt: '2026-01-05T10:00:00Z', delivery: 'sending' },
};
const after = (...actions: Action[]) => actions.reduce(reduce, INITIAL);
const session = {
  token: 't',
  conversationId: 'k',
  bankName: 'B',
  assistantName: 'A',
  accentColor: '#000',
  suggestions: [],
};

describe('the state of a chat', () => {
  it('keeps messages in order and each once, however they come', () => {
    const state = after(message(2), message(1), message(3), message(2), message(3));
    expect(state.messages.map((m) => m.seq)).toEqual([1, 2, 3]);
  });

  it('takes the newer form of a message that comes again', () => {
    const card = { kind: 'CONFIRM', actionId: 'a', title: 'Block', confirmLabel: 'Yes', lines: [] } as const;
    const state = after(
      message(1, { card: { ...card, state: 'OPEN' } }),
      message(1, { card: { ...card, state: 'DONE' } }),
    );
    expect(state.messages).toHaveLength(1);
    expect(state.messages[0]?.card).toMatchObject({ state: 'DONE' });
  });

  it('shows a message once when the stream is faster than the answer to its sending', () => {
    const state = after(write, message(2, { author: 'CUSTOMER', clientMessageId: 'c1' }), {
      type: 'delivery',
      clientMessageId: 'c1',
      delivery: 'sent',
    });
    expect(state.outgoing).toEqual([]);
    expect(state.messages).toHaveLength(1);
  });

  it('keeps a sent message until the stream gives it back', () => {
    expect(
      after(write, { type: 'delivery', clientMessageId: 'c1', delivery: 'sent' }).outgoing[0]?.delivery,
    ).toBe('sent');
  });

  it('forgets the trouble of a message that is sent again', () => {
    const problem = { code: 'OFFLINE', status: 0 };
    const failed = after(write, { type: 'delivery', clientMessageId: 'c1', delivery: 'failed', problem });
    expect(failed.outgoing[0]).toMatchObject({ delivery: 'failed', problem });
    const again = reduce(failed, { type: 'delivery', clientMessageId: 'c1', delivery: 'sending' })
      .outgoing[0];
    expect(again).toMatchObject({ delivery: 'sending' });
    expect(again).not.toHaveProperty('problem');
  });

  it('takes unsent words into a new session, but not what was said in the old one', () => {
    const state = after(message(1), write, { type: 'started', session, renewed: true, rated: false });
    expect(state.messages).toEqual([]);
    expect(state.outgoing.map((o) => o.text)).toEqual(['hello']);
    expect(state.renewed).toBe(true);
  });

  it('shows the newest of what is being written until its message comes', () => {
    const writing = after(message(1), owner(true), partial('One.'), partial('One. Two.'));
    expect(writing.partial?.text).toBe('One. Two.');
    expect(writing.messages).toHaveLength(1);
    expect(reduce(writing, message(2, { author: 'CUSTOMER' })).partial?.text).toBe('One. Two.');
    expect(reduce(writing, message(3))).not.toHaveProperty('partial');
  });

  it.each([
    ['it is taken back', partial('')],
    ['a person takes over', owner(false, 'AGENT')],
    ['nothing is written any more', owner(false)],
    ['the connection breaks', { type: 'link', link: 'reconnecting' } as const],
    ['a system line comes in its place', message(3, { author: 'SYSTEM' })],
  ])('shows it no longer when %s', (_, action) => {
    const state = after(message(1), owner(true), partial('One.'), action);
    expect(state).not.toHaveProperty('partial');
  });

  it('goes on showing it when an earlier message only changes', () => {
    const state = after(message(1), owner(true), partial('One.'), message(1, { helpful: true }));
    expect(state.partial?.text).toBe('One.');
    expect(state.messages[0]?.helpful).toBe(true);
  });

  it('drops the person’s name and the place in line when they end', () => {
    const queued = after({
      type: 'owner',
      state: { owner: 'QUEUE', working: false, steppedUp: false, queuePosition: 2 },
    });
    expect(queued.queuePosition).toBe(2);
    const back = reduce(queued, {
      type: 'owner',
      state: { owner: 'ASSISTANT', working: true, steppedUp: false },
    });
    expect(back).not.toHaveProperty('queuePosition');
    expect(back.working).toBe(true);
  });
});
