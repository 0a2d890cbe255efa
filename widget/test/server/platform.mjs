// The widget's side of the platform over real HTTP, as the API contract has it: only for tests and for looking at the widget.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Conversation } from './conversation.mjs';
import { answer, handOver, verified } from './script.mjs';

const DIST = new URL('../../dist/', import.meta.url);
const CODE = '123456';
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'authorization, content-type, last-event-id',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
const REFUSALS = {
  wk_test_unknown: [401, 'UNKNOWN_SITE_KEY'],
  wk_test_origin: [403, 'ORIGIN_NOT_ALLOWED'],
  wk_test_busy: [429, 'RATE_LIMITED'],
  wk_test_broken: [500, 'INTERNAL'],
};

export class Platform {
  origin = '';
  /** @type {Conversation[]} */
  conversations = [];
  spentIdentities = new Set();
  /** Millis that the assistant takes; the person in the desk takes four times as long. */
  pace = 600;
  /** Status for the next calls of a kind, for example `{ messages: 503 }`. */
  failing = {};
  /** What it says when `failing` is `busy`. */
  busySeconds = 12;
  #wrong = 0;
  #server = createServer((request, response) => void this.#serve(request, response));

  async start(port = 0) {
    await new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  get last() {
    const last = this.conversations.at(-1);
    if (!last) throw new Error('no conversation has begun');
    return last;
  }

  async #serve(request, response) {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    const url = new URL(request.url, this.origin);
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    if (url.pathname.startsWith('/widget/')) return asset(url.pathname.slice(8), response);
    if (url.pathname === '/api/v1/widget/sessions') return this.#session(await body(request), response);
    const [, id, call] = /^\/api\/v1\/widget\/conversations\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    const token = request.headers.authorization?.replace('Bearer ', '');
    const conversation = this.conversations.find((known) => known.id === id && known.token === token);
    if (!conversation) return problem(response, 401, 'NO_SESSION');
    const fails = this.failing[call];
    if (fails === 'busy') return problem(response, 429, 'BUSY', this.busySeconds);
    if (fails) return problem(response, fails, fails === 429 ? 'RATE_LIMITED' : 'INTERNAL');
    if (call === 'events')
      return conversation.follow(response, Number(request.headers['last-event-id'] ?? 0));
    return this.#conversation(conversation, call, await body(request), response);
  }

  #session({ siteKey, identityToken }, response) {
    if (REFUSALS[siteKey]) return problem(response, ...REFUSALS[siteKey]);
    if (identityToken && this.spentIdentities.has(identityToken)) {
      return problem(response, 401, 'IDENTITY_TOKEN_REPLAYED');
    }
    this.spentIdentities.add(identityToken);
    const conversation = new Conversation();
    conversation.state.assurance = identityToken ? 'IDENTIFIED' : 'ANONYMOUS';
    this.conversations.push(conversation);
    conversation.add({
      author: 'ASSISTANT',
      text: 'I am Mira, an AI assistant of Meridian Bank. I answer from the bank’s own pages and can look at your account after a check. You can ask for a person at any time.',
    });
    reply(response, 201, {
      token: conversation.token,
      conversationId: conversation.id,
      bankName: 'Meridian Bank',
      assistantName: 'Mira',
      accentColor: this.accentColor ?? '#0b5d5e',
      assurance: conversation.state.assurance,
      suggestions: ['What are the savings account charges?', 'What is my balance?', 'I lost my card'],
    });
  }

  #conversation(conversation, call, asked, response) {
    const confirmation = /^confirmations\/(.+)$/.exec(call);
    const vote = /^messages\/(\d+)\/vote$/.exec(call);
    if (vote) {
      conversation.messages[vote[1] - 1].helpful = asked.helpful;
      return response.writeHead(204).end();
    }
    if (call === 'messages') {
      if (conversation.state.owner === 'CLOSED') return problem(response, 409, 'CONVERSATION_CLOSED');
      const { seq, isNew } = conversation.accept(asked.clientMessageId, asked.text);
      if (isNew) void answer(conversation, asked.text, this.pace);
      return reply(response, 202, { seq });
    }
    if (call === 'handoff') {
      void handOver(conversation, this.pace);
      return reply(response, 202, {});
    }
    if (call === 'step-up') return this.#stepUp(conversation, asked, response);
    if (call === 'step-up/resend') {
      this.#wrong = 0;
      return reply(response, 202, { challengeId: 'challenge-2', maskedDestination: '+91 ••••• ••412' });
    }
    if (confirmation) {
      if (asked.accept)
        conversation.add({ author: 'ASSISTANT', text: 'Done: the card ending in **9034** is blocked.' });
      return reply(response, 200, { state: asked.accept ? 'DONE' : 'DECLINED' });
    }
    if (call === 'csat') {
      conversation.ratings.push(asked);
      return response.writeHead(204).end();
    }
    return problem(response, 404, 'NOT_FOUND');
  }

  #stepUp(conversation, { code, answers }, response) {
    if (code === CODE || answers?.every(({ choice }) => ['Kochi', '2'].includes(choice))) {
      void verified(conversation, this.pace);
      return reply(response, 200, { result: 'VERIFIED', attemptsLeft: 3 });
    }
    this.#wrong++;
    const result = code === '000000' ? 'EXPIRED' : this.#wrong >= 3 ? 'TOO_MANY' : 'WRONG';
    return reply(response, 200, { result, attemptsLeft: 3 - this.#wrong });
  }
}

function asset(name, response) {
  const file = new URL(name, DIST);
  if (!/^[\w-]+\.js$/.test(name) || !existsSync(file)) return problem(response, 404, 'NOT_FOUND');
  response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(file));
}

function reply(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

function problem(response, status, code, wait = 12) {
  const headers = {
    'Content-Type': 'application/problem+json',
    ...(status === 429 ? { 'Retry-After': String(wait) } : {}),
  };
  response.writeHead(status, headers).end(JSON.stringify({ title: code, status, code }));
}

async function body(request) {
  let text = '';
  for await (const part of request) text += part;
  return text ? JSON.parse(text) : {};
}
