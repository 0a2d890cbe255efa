import type { Outcome, Problem } from '../api/problem.ts';
import { isBusy, isPassing, isSessionGone, OFFLINE } from '../api/problem.ts';
import { type Accepted, type CodeChecked, ConversationApi, startSession } from '../api/widget-api.ts';
import { fields, readMessage, readOwnerState } from '../api/wire.ts';
import { followEvents, type Link } from '../stream/event-feed.ts';
import type { ServerEvent } from '../stream/event-parser.ts';
import { type ChatState, INITIAL, type Message, type Proof, type Session } from './chat-state.ts';
import { Identity } from './identity.ts';
import { newMessageId, Outbox } from './outbox.ts';
import { type Action, reduce } from './reduce.ts';
import { SessionStore, subjectOf } from './session-store.ts';

export interface ChatSettings {
  apiOrigin: string;
  siteKey: string;
  locale: string;
  identityToken: string | undefined;
}

/** One customer's chat: holds the state, talks to the platform, knows nothing of the screen. */
export class Chat {
  state: ChatState = INITIAL;
  readonly #settings: ChatSettings;
  readonly #identity: Identity;
  readonly #store: SessionStore;
  readonly #listeners = new Set<() => void>();
  readonly #outbox = new Outbox({
    send: (id, text) => this.#call((api) => api.send(id, text)),
    onSettled: (id, outcome) => this.#settled(id, outcome),
  });
  #api: ConversationApi | undefined;
  #stopFeed = () => {};
  #starting: Promise<void> | undefined;
  /** Whom the running session was begun for, and the token that was last offered for one. */
  #subject = '';
  #tried: string | undefined;
  /** A session that was just given out and has not carried an event yet. */
  #unproven = false;

  constructor(settings: ChatSettings) {
    this.#settings = settings;
    this.#identity = new Identity(settings.identityToken);
    this.#store = new SessionStore(settings.siteKey);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resumes this tab's session, or begins one. Does nothing while one is there. */
  start(): void {
    if (this.state.start.kind === 'ready' || this.#starting) return;
    if (!this.#store.read()?.subject || this.#identity.token) return this.#resume();
    // The panel is open again before the page has said who is signed in: whose conversation it was is known in a moment.
    this.#do({ type: 'starting' });
    this.#starting = this.#identity.askPage().then(() => {
      this.#starting = undefined;
      this.#resume();
    });
  }

  #resume(): void {
    const kept = this.#store.read();
    if (kept && kept.subject === subjectOf(this.#identity.token))
      this.#enter(kept.session, false, kept.rated, kept.subject);
    else void this.#begin(false);
  }

  /** Another person, or the same one signed in anew: what was said before is not theirs to read here. */
  identify(token: string): void {
    this.#identity.replace(token);
    void Promise.resolve(this.#starting).then(() => {
      const { kind } = this.state.start;
      const other = kind === 'ready' && this.#subject !== subjectOf(token);
      if (other || (kind === 'refused' && this.#tried !== token)) this.#changePerson();
    });
  }

  continueAsGuest(): void {
    this.#identity.forget();
    this.#changePerson();
  }

  startOver(): void {
    this.#leave();
    void this.#begin(false);
  }

  /** Lets go of the connection; the session stays for the next page. */
  stop(): void {
    this.#stopFeed();
    this.#outbox.clear();
  }

  send(text: string): void {
    const clientMessageId = newMessageId();
    const createdAt = new Date().toISOString();
    this.#do({ type: 'write', outgoing: { clientMessageId, text, createdAt, delivery: 'sending' } });
    this.#outbox.add({ clientMessageId, text });
  }

  retry(clientMessageId: string): void {
    const failed = this.state.outgoing.find((o) => o.clientMessageId === clientMessageId);
    if (failed?.delivery !== 'failed') return;
    this.#do({ type: 'delivery', clientMessageId, delivery: 'sending' });
    this.#outbox.add({ clientMessageId, text: failed.text });
  }

  /** Works in every state: without a conversation, or with one that has ended, it begins one first. */
  async talkToPerson(): Promise<void> {
    this.#do({ type: 'person', person: 'asking' });
    if (this.state.start.kind !== 'ready' || this.state.owner === 'CLOSED') {
      this.#leave();
      await this.#begin(false);
    }
    const outcome = await this.#call((api) => api.talkToPerson());
    if (!outcome.ok) this.#do({ type: 'person', person: 'failed' });
  }

  async verify(cardId: string, proof: Proof): Promise<void> {
    const before = this.state.otp[cardId];
    this.#do({ type: 'otp', challengeId: cardId, progress: { ...before, step: 'checking' } });
    const outcome = await this.#call((api) => api.verify(before?.challengeId ?? cardId, proof));
    if (outcome.ok) this.#checked(cardId, outcome.value);
    else this.#do({ type: 'otp', challengeId: cardId, progress: { ...before, step: 'failed' } });
  }

  async resendCode(cardId: string): Promise<void> {
    const before = this.state.otp[cardId];
    const outcome = await this.#call((api) => api.resendCode(before?.challengeId ?? cardId));
    const progress = outcome.ok
      ? { ...outcome.value, step: 'open' as const, resentAt: Date.now() }
      : { ...before, step: 'failed' as const };
    this.#do({ type: 'otp', challengeId: cardId, progress });
  }

  async confirm(actionId: string, accept: boolean): Promise<void> {
    this.#do({ type: 'confirm', actionId, step: 'working' });
    const outcome = await this.#call((api) => api.confirm(actionId, accept));
    const step = outcome.ok ? CONFIRM_STEPS[outcome.value] : 'failed';
    this.#do({ type: 'confirm', actionId, step });
  }

  async vote(message: Message, helpful: boolean): Promise<void> {
    const outcome = await this.#call((api) => api.vote(message.seq, helpful));
    if (outcome.ok) this.#do({ type: 'message', message: { ...message, helpful } });
  }

  async rate(rating: number, comment: string): Promise<void> {
    this.#do({ type: 'rating', rating: 'sending' });
    const outcome = await this.#call((api) => api.rate(rating, comment));
    const done = outcome.ok || outcome.problem.status === 409;
    this.#do({ type: 'rating', rating: done ? 'done' : 'failed' });
    const kept = this.#store.read();
    if (done && kept) this.#store.write({ ...kept, rated: true });
  }

  async #begin(renewed: boolean): Promise<void> {
    this.#do({ type: 'starting' });
    this.#starting ??= this.#open(renewed).finally(() => {
      this.#starting = undefined;
    });
    await this.#starting;
  }

  async #open(renewed: boolean): Promise<void> {
    const { apiOrigin, siteKey, locale } = this.#settings;
    const ask = () => startSession(apiOrigin, { siteKey, locale, identityToken: this.#tried });
    this.#tried = await this.#identity.take();
    let outcome = await ask();
    if (!outcome.ok && STALE_IDENTITY.includes(outcome.problem.code) && (await this.#identity.askPage())) {
      this.#tried = this.#identity.token;
      outcome = await ask();
    }
    if (!outcome.ok) {
      this.#do({ type: 'refused', problem: outcome.problem });
      return;
    }
    this.#identity.spent(this.#tried);
    this.#store.write({ session: outcome.value, subject: subjectOf(this.#tried), rated: false });
    this.#unproven = true;
    this.#enter(outcome.value, renewed, false, subjectOf(this.#tried));
  }

  #enter(session: Session, renewed: boolean, rated: boolean, subject: string): void {
    this.#subject = subject;
    this.#do({ type: 'started', session, renewed, rated });
    this.#api = new ConversationApi(this.#settings.apiOrigin, session);
    this.#stopFeed();
    this.#stopFeed = followEvents({
      url: this.#api.eventsUrl,
      token: session.token,
      lastSeq: () => this.state.messages.at(-1)?.seq ?? 0,
      onEvent: (event) => this.#heard(event),
      onLink: (link) => this.#linked(link),
      onSessionGone: () => this.#renew(),
    });
    for (const unsent of this.state.outgoing) this.#outbox.add(unsent);
  }

  #leave(): void {
    this.#stopFeed();
    this.#api = undefined;
    this.#store.write(undefined);
  }

  #changePerson(): void {
    this.#outbox.clear();
    this.#do({ type: 'forget' });
    this.startOver();
  }

  /** A platform that refuses what it has just given out would do so for ever: stop there. */
  #renew(): void {
    this.#leave();
    if (this.#unproven) {
      this.#do({ type: 'refused', problem: { code: 'SERVER', status: 401 } });
      return;
    }
    void this.#begin(true);
  }

  async #call<T>(ask: (api: ConversationApi) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    await this.#starting;
    const api = this.#api;
    if (!api) return { ok: false, problem: OFFLINE };
    const outcome = await ask(api);
    if (outcome.ok || !isSessionGone(outcome.problem)) return outcome;
    if (api === this.#api) this.#renew();
    await this.#starting;
    return this.#api ? ask(this.#api) : outcome;
  }

  #settled(clientMessageId: string, outcome: Outcome<Accepted>): void {
    if (!outcome.ok) {
      const delivery = isBusy(outcome.problem) ? 'held' : 'failed';
      this.#do({ type: 'delivery', clientMessageId, delivery, problem: outcome.problem });
      return;
    }
    const { code } = outcome.value;
    if (code) {
      this.#do({ type: 'withdrawn', clientMessageId });
      this.#checked(code.challengeId, code);
    } else this.#do({ type: 'delivery', clientMessageId, delivery: 'sent' });
  }

  #checked(cardId: string, { result, left }: CodeChecked): void {
    const progress = { ...this.state.otp[cardId], attemptsLeft: left, step: OTP_STEPS[result] };
    this.#do({ type: 'otp', challengeId: cardId, progress });
  }

  #heard(event: ServerEvent): void {
    const data = parse(event.data);
    if (event.type === 'partial') {
      // It stands where its message will stand, and is the same to the screen: nothing moves when that comes.
      const seq = (this.state.messages.at(-1)?.seq ?? 0) + 1;
      const createdAt = new Date().toISOString();
      const partial = readMessage({
        ...fields(data),
        seq,
        createdAt,
        author: 'ASSISTANT',
        aiGenerated: true,
      });
      if (partial) this.#do({ type: 'partial', partial });
    } else if (event.type === 'message') {
      const message = readMessage(data);
      if (message) this.#do({ type: 'message', message });
    } else if (event.type === 'state') {
      const state = readOwnerState(data);
      if (state) this.#do({ type: 'owner', state });
    }
  }

  #linked(link: Link): void {
    this.#do({ type: 'link', link });
    if (link !== 'live') return;
    this.#unproven = false;
    for (const { clientMessageId, problem } of this.state.outgoing) {
      if (problem && isUnsent(problem)) this.retry(clientMessageId);
    }
  }

  #do(action: Action): void {
    this.state = reduce(this.state, action);
    for (const listener of this.#listeners) listener();
  }
}

const STALE_IDENTITY: readonly string[] = ['IDENTITY_TOKEN_EXPIRED', 'IDENTITY_TOKEN_REPLAYED'];
const OTP_STEPS = { VERIFIED: 'verified', WRONG: 'wrong', EXPIRED: 'expired', TOO_MANY: 'too-many' } as const;
const CONFIRM_STEPS = { DONE: 'done', DECLINED: 'declined', EXPIRED: 'expired' } as const;

function isUnsent(problem: Problem): boolean {
  return isPassing(problem) && problem.status !== 429;
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return fields(undefined);
  }
}
