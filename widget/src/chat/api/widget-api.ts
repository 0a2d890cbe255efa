import type { Proof, Session } from '../state/chat-state.ts';
import { post } from './call.ts';
import type { Outcome } from './problem.ts';
import { fields, readSession, text } from './wire.ts';

export type StepUpResult = 'VERIFIED' | 'WRONG' | 'EXPIRED' | 'TOO_MANY';

/** What became of a one-time code. */
export interface CodeChecked {
  challengeId: string;
  result: StepUpResult;
  left: number;
}

/** With `code`, the message was a one-time code: it was checked and not stored. */
export interface Accepted {
  code?: CodeChecked;
}

function readCode(value: unknown): CodeChecked {
  const { challengeId, result, attemptsLeft } = fields(value);
  return {
    challengeId: text(challengeId),
    result: text(result) as StepUpResult,
    left: Number(attemptsLeft) || 0,
  };
}

function map<A, B>(outcome: Outcome<A>, change: (value: A) => B | undefined): Outcome<B> {
  if (!outcome.ok) return outcome;
  const value = change(outcome.value);
  return value === undefined ? { ok: false, problem: { code: 'SERVER', status: 502 } } : { ok: true, value };
}

export async function startSession(
  origin: string,
  asked: { siteKey: string; locale: string; identityToken: string | undefined },
): Promise<Outcome<Session>> {
  return map(await post(`${origin}/api/v1/widget/sessions`, asked, undefined), readSession);
}

/** The calls that belong to one conversation. */
export class ConversationApi {
  readonly #base: string;
  readonly #token: string;

  constructor(origin: string, session: Session) {
    this.#base = `${origin}/api/v1/widget/conversations/${session.conversationId}`;
    this.#token = session.token;
  }

  get eventsUrl(): string {
    return `${this.#base}/events`;
  }

  /** Safe to repeat with the same id: the platform keeps one message. */
  async send(clientMessageId: string, said: string): Promise<Outcome<Accepted>> {
    const outcome = await this.#post('/messages', { clientMessageId, text: said });
    return map(outcome, (value) => {
      const { seq, code } = fields(value);
      if (code) return { code: readCode(code) };
      return Number(seq) > 0 ? {} : undefined;
    });
  }

  talkToPerson(): Promise<Outcome<unknown>> {
    return this.#post('/handoff', {});
  }

  async verify(challengeId: string, proof: Proof): Promise<Outcome<CodeChecked>> {
    const outcome = await this.#post('/step-up', {
      challengeId,
      [typeof proof === 'string' ? 'code' : 'answers']: proof,
    });
    return map(outcome, readCode);
  }

  async resendCode(
    challengeId: string,
  ): Promise<Outcome<{ challengeId: string; maskedDestination: string }>> {
    const outcome = await this.#post('/step-up/resend', { challengeId });
    return map(outcome, (value) => ({
      challengeId: text(fields(value).challengeId) || challengeId,
      maskedDestination: text(fields(value).maskedDestination),
    }));
  }

  async confirm(actionId: string, accept: boolean): Promise<Outcome<'DONE' | 'DECLINED' | 'EXPIRED'>> {
    const outcome = await this.#post(`/confirmations/${encodeURIComponent(actionId)}`, { accept });
    return map(outcome, (value) => {
      const { state } = fields(value);
      return state === 'DONE' || state === 'DECLINED' || state === 'EXPIRED' ? state : undefined;
    });
  }

  /** May be repeated: the last vote counts. */
  vote(seq: number, helpful: boolean): Promise<Outcome<unknown>> {
    return this.#post(`/messages/${seq}/vote`, { helpful });
  }

  rate(rating: number, comment: string): Promise<Outcome<unknown>> {
    return this.#post('/csat', comment ? { rating, comment } : { rating });
  }

  #post(path: string, body: unknown): Promise<Outcome<unknown>> {
    return post(this.#base + path, body, this.#token);
  }
}
