import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Chat } from '../src/chat/state/chat.ts';
import { Platform } from './server/platform.mjs';

let platform: Platform;
const chats: Chat[] = [];

function open(more: { siteKey?: string; identityToken?: string } = {}): Chat {
  const chat = new Chat({
    apiOrigin: platform.origin,
    siteKey: 'wk_test_12345678',
    locale: 'en',
    identityToken: undefined,
    ...more,
  });
  chats.push(chat);
  chat.start();
  return chat;
}
const texts = (chat: Chat) => chat.state.messages.map((message) => message.text);
const jwt = (sub: string, id: number) => `e30.${btoa(JSON.stringify({ sub, jti: id }))}.signature`;

beforeEach(async () => {
  platform = await new Platform().start();
  platform.pace = 5;
  sessionStorage.clear();
});
afterEach(async () => {
  for (const chat of chats.splice(0)) chat.stop();
  await platform.stop();
});

describe('a chat with the platform over real connections', () => {
  it('opens with the assistant’s own word that it is an AI', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(1));
    expect(chat.state.messages[0]).toMatchObject({ seq: 1, author: 'ASSISTANT', aiGenerated: true });
    expect(chat.state).toMatchObject({ link: 'live', session: { bankName: 'Meridian Bank' } });
  });

  it('goes on with a signed-in customer’s conversation when the next page says only later who they are', async () => {
    const before = open({ identityToken: jwt('c-1', 1) });
    before.send('What are the charges?');
    await vi.waitFor(() => expect(before.state.messages).toHaveLength(3));
    before.stop();
    const after = open();
    expect(after.state.start.kind).toBe('starting');
    after.identify(jwt('c-1', 2));
    await vi.waitFor(() => expect(texts(after)).toEqual(texts(before)));
    after.stop();
    const other = open();
    other.identify(jwt('c-2', 3));
    await vi.waitFor(() => expect(other.state.messages).toHaveLength(1));
    expect(other.state.session?.conversationId).not.toBe(before.state.session?.conversationId);
  });

  it('gets a cited answer, and each message once', async () => {
    const chat = open();
    chat.send('What are the charges?');
    expect(chat.state.outgoing).toMatchObject([{ delivery: 'sending' }]);
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(3));
    expect(chat.state.outgoing).toEqual([]);
    expect(chat.state.messages[2]?.citations).toHaveLength(2);
  });

  it('says what the customer thinks of an answer, the last word counts, and the next page knows', async () => {
    const chat = open();
    chat.send('What are the charges?');
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(3));
    for (const helpful of [true, false]) {
      const answer = chat.state.messages[2];
      if (answer) await chat.vote(answer, helpful);
      expect(chat.state.messages[2]?.helpful).toBe(helpful);
      expect(platform.last.messages[2]?.helpful).toBe(helpful);
    }
    chat.stop();
    const next = open();
    await vi.waitFor(() => expect(next.state.messages[2]?.helpful).toBe(false));
  });

  it('lets the customer read an answer while it is written, and resumes after its message alone', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.link).toBe('live'));
    platform.last.become({ working: true });
    platform.last.show('There is a charge.', [{ title: 'Charges', heading: 'All', url: '/help/a/b/1' }]);
    await vi.waitFor(() => expect(chat.state.partial?.text).toBe('There is a charge.'));
    expect(chat.state.partial).toMatchObject({
      seq: 2,
      author: 'ASSISTANT',
      citations: [{ title: 'Charges' }],
    });
    expect(chat.state.messages).toHaveLength(1);
    platform.last.breakStreams();
    await vi.waitFor(() => expect(chat.state.partial).toBeUndefined());
    platform.last.add({ author: 'ASSISTANT', text: 'There is a charge. It is ₹150.' });
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(2), 3_000);
    expect(chat.state.partial).toBeUndefined();
    expect(texts(chat)[1]).toBe('There is a charge. It is ₹150.');
  });

  it('loses and doubles nothing when connections break, also in the middle of an event', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.link).toBe('live'));
    platform.last.add({ author: 'ASSISTANT', text: 'two' });
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(2));
    platform.last.breakStreams('event: message\nid: 3\ndata: {"seq":3,"author":"ASSIS');
    await vi.waitFor(() => expect(chat.state.link).toBe('reconnecting'));
    platform.last.add({ author: 'ASSISTANT', text: 'three' });
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(3), 3_000);
    platform.last.add({ author: 'ASSISTANT', text: 'four' });
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(4));
    expect(texts(chat).slice(1)).toEqual(['two', 'three', 'four']);
    expect(chat.state.link).toBe('live');
    expect(platform.last.streams).toBe(1);
  });

  it('resumes the tab’s conversation on the next page', async () => {
    const first = open();
    first.send('What are the charges?');
    await vi.waitFor(() => expect(first.state.messages).toHaveLength(3));
    first.stop();
    const second = open();
    await vi.waitFor(() => expect(second.state.messages).toHaveLength(3));
    expect(platform.conversations).toHaveLength(1);
  });

  it('begins anew when the platform knows the session no longer, and sends what was not sent', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(1));
    platform.conversations.length = 0;
    chat.send('What are the charges?');
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(3), 3_000);
    expect(chat.state.renewed).toBe(true);
    expect(platform.conversations).toHaveLength(1);
    expect(platform.last.messages.filter((m) => m.author === 'CUSTOMER')).toHaveLength(1);
  });

  it('keeps what could not be sent, in order, and sends it once when asked', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.link).toBe('live'));
    platform.failing = { messages: 503 };
    chat.send('first');
    chat.send('second');
    await vi.waitFor(() => expect(chat.state.outgoing.map((o) => o.delivery)).toEqual(['failed', 'failed']));
    platform.failing = {};
    for (const { clientMessageId } of chat.state.outgoing) chat.retry(clientMessageId);
    await vi.waitFor(() => expect(chat.state.outgoing).toEqual([]));
    const written = chat.state.messages.filter((message) => message.author === 'CUSTOMER');
    expect(written.map((message) => message.text)).toEqual(['first', 'second']);
  });

  it('comes back when it is told to, without saying that anything is wrong', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(1));
    const links: string[] = [];
    chat.subscribe(() => links.push(chat.state.link));
    platform.last.endStreams(300);
    await vi.waitFor(() => expect(platform.last.streams).toBe(0));
    platform.last.add({ author: 'ASSISTANT', text: 'Said meanwhile.' });
    await vi.waitFor(() => expect(texts(chat)).toContain('Said meanwhile.'));
    expect(new Set(links)).toEqual(new Set(['live']));
    expect(chat.state.messages).toHaveLength(2);
  });

  it('holds what a busy platform does not take, says how long, and sends it again by itself, in order', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.link).toBe('live'));
    platform.failing = { messages: 'busy' };
    platform.busySeconds = 1;
    chat.send('first');
    chat.send('second');
    await vi.waitFor(() =>
      expect(chat.state.outgoing).toMatchObject([
        { text: 'first', delivery: 'held', problem: { code: 'BUSY', retryAfterSeconds: 1 } },
        { text: 'second', delivery: 'sending' },
      ]),
    );
    platform.failing = {};
    await vi.waitFor(() => expect(chat.state.outgoing).toEqual([]), { timeout: 5_000 });
    const written = chat.state.messages.filter((message) => message.author === 'CUSTOMER');
    expect(written.map((message) => message.text)).toEqual(['first', 'second']);
  });

  it('names the refusal, and still asks for a person when told to', async () => {
    const chat = open({ siteKey: 'wk_test_unknown' });
    await vi.waitFor(() => expect(chat.state.start).toMatchObject({ problem: { code: 'UNKNOWN_SITE_KEY' } }));
    await chat.talkToPerson();
    expect(chat.state.person).toBe('failed');
  });

  it('hands over to a person', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.link).toBe('live'));
    await chat.talkToPerson();
    await vi.waitFor(() => expect(chat.state).toMatchObject({ owner: 'AGENT', agentName: 'Asha Rao' }));
    expect(chat.state.person).toBe('not-asked');
  });

  it('counts wrong codes and follows a resent one', async () => {
    const chat = open();
    chat.send('What is my balance?');
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(3));
    await chat.verify('challenge-1', '111111');
    expect(chat.state.otp['challenge-1']).toMatchObject({ step: 'wrong', attemptsLeft: 2 });
    await chat.resendCode('challenge-1');
    expect(chat.state.otp['challenge-1']).toMatchObject({ step: 'open', challengeId: 'challenge-2' });
    await chat.verify('challenge-1', '123456');
    expect(chat.state.otp['challenge-1']?.step).toBe('verified');
    await vi.waitFor(() => expect(texts(chat).at(-1)).toContain('1,23,456.00'));
  });

  it('answers questions without a word of it becoming a message', async () => {
    const chat = open();
    chat.send('Find out who I am');
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(3));
    const card = chat.state.messages[2]?.card;
    expect(card).toMatchObject({
      challengeId: 'questions-1',
      questions: [{ id: 'city' }, { id: 'accounts' }],
    });
    await chat.verify('questions-1', [{ id: 'city', choice: 'Pune' }]);
    expect(chat.state.otp['questions-1']).toMatchObject({ step: 'wrong', attemptsLeft: 2 });
    await chat.verify('questions-1', [
      { id: 'city', choice: 'Kochi' },
      { id: 'accounts', choice: '2' },
    ]);
    expect(chat.state.otp['questions-1']?.step).toBe('verified');
    expect(
      JSON.stringify(platform.last.messages.filter(({ author }) => author === 'CUSTOMER')),
    ).not.toContain('Kochi');
  });

  it('rates once, and knows it on the next page', async () => {
    const chat = open();
    await vi.waitFor(() => expect(chat.state.link).toBe('live'));
    platform.last.become({ owner: 'CLOSED' });
    await vi.waitFor(() => expect(chat.state.owner).toBe('CLOSED'));
    await chat.rate(4, 'clear');
    expect(platform.last.ratings).toEqual([{ rating: 4, comment: 'clear' }]);
    expect(open().state.rating).toBe('done');
  });

  it('does not show one person’s conversation to the next one who signs in', async () => {
    const first = open({ identityToken: jwt('MB-1', 1) });
    first.send('What are the charges?');
    await vi.waitFor(() => expect(first.state.messages).toHaveLength(3));
    first.stop();
    const second = open({ identityToken: jwt('MB-2', 2) });
    await vi.waitFor(() => expect(second.state.messages).toHaveLength(1));
    expect(platform.conversations).toHaveLength(2);
  });

  it('asks the page for another identity token when the last one has been used', async () => {
    const chat = open({ identityToken: jwt('MB-1', 1) });
    await vi.waitFor(() => expect(chat.state.messages).toHaveLength(1));
    window.addEventListener('openteller:identity-needed', () => chat.identify(jwt('MB-1', 2)), {
      once: true,
    });
    chat.startOver();
    await vi.waitFor(() => expect(platform.conversations).toHaveLength(2));
    expect(platform.last.state.assurance).toBe('IDENTIFIED');
  });

  it('begins anew for the person who signs in while it is opening, without the visitor’s words', async () => {
    const chat = open();
    chat.send('written before');
    chat.identify(jwt('MB-1', 1));
    await vi.waitFor(() => expect(platform.conversations).toHaveLength(2));
    await vi.waitFor(() => expect(chat.state).toMatchObject({ start: { kind: 'ready' }, outgoing: [] }));
    expect(platform.last.state.assurance).toBe('IDENTIFIED');
    expect(platform.last.messages).toHaveLength(1);
  });

  it('gives up on a platform that refuses the session it has just given out', async () => {
    platform.failing = { events: 401 };
    const chat = open();
    await vi.waitFor(() => expect(chat.state.start.kind).toBe('refused'));
    expect(platform.conversations).toHaveLength(1);
  });
});
