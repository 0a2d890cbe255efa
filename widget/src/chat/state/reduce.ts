import type { Problem } from '../api/problem.ts';
import type { Link } from '../stream/event-feed.ts';
import {
  type ChatState,
  type ConfirmStep,
  INITIAL,
  type Message,
  type OtpProgress,
  type Outgoing,
  type OwnerState,
  type Session,
} from './chat-state.ts';

export type Action =
  | { type: 'starting' }
  | { type: 'forget' }
  | { type: 'started'; session: Session; renewed: boolean; rated: boolean }
  | { type: 'refused'; problem: Problem }
  | { type: 'link'; link: Link }
  | { type: 'message'; message: Message }
  | { type: 'partial'; partial: Message }
  | { type: 'owner'; state: OwnerState }
  | { type: 'write'; outgoing: Outgoing }
  | { type: 'delivery'; clientMessageId: string; delivery: Outgoing['delivery']; problem?: Problem }
  | { type: 'withdrawn'; clientMessageId: string }
  | { type: 'otp'; challengeId: string; progress: OtpProgress }
  | { type: 'confirm'; actionId: string; step: ConfirmStep }
  | { type: 'person'; person: ChatState['person'] }
  | { type: 'rating'; rating: ChatState['rating'] };

export function reduce(state: ChatState, action: Action): ChatState {
  switch (action.type) {
    case 'starting':
      return { ...state, start: { kind: 'starting' } };
    case 'started': {
      const { session, renewed } = action;
      const unsent = state.outgoing.filter((o) => o.delivery !== 'sent');
      const outgoing = unsent.map((o): Outgoing => ({ ...withoutProblem(o), delivery: 'sending' }));
      const fresh = { ...INITIAL, person: state.person, outgoing };
      return { ...fresh, start: { kind: 'ready' }, session, renewed, rating: action.rated ? 'done' : 'open' };
    }
    case 'forget':
      return INITIAL;
    case 'refused':
      return { ...state, start: { kind: 'refused', problem: action.problem } };
    case 'link':
      return { ...withoutPartial(state), link: action.link };
    case 'message':
      return withMessage(state, action.message);
    case 'partial':
      return action.partial.text ? { ...state, partial: action.partial } : withoutPartial(state);
    case 'owner':
      return withOwner(state, action.state);
    case 'write':
      return { ...state, outgoing: [...state.outgoing, action.outgoing] };
    case 'delivery': {
      const { type: _, ...change } = action;
      const outgoing = state.outgoing.map((o) =>
        o.clientMessageId === change.clientMessageId ? { ...withoutProblem(o), ...change } : o,
      );
      return { ...state, outgoing };
    }
    case 'withdrawn':
      return {
        ...state,
        outgoing: state.outgoing.filter((o) => o.clientMessageId !== action.clientMessageId),
      };
    case 'otp':
      return { ...state, otp: { ...state.otp, [action.challengeId]: action.progress } };
    case 'confirm':
      return { ...state, confirm: { ...state.confirm, [action.actionId]: action.step } };
    case 'person':
      return { ...state, person: action.person };
    case 'rating':
      return { ...state, rating: action.rating };
  }
}

/** A message that comes again replaces the one with its number: cards change state, and a resumed stream may overlap. */
function withMessage(before: ChatState, message: Message): ChatState {
  const others = before.messages.filter((known) => known.seq !== message.seq);
  const isNews = others.length === before.messages.length && message.author !== 'CUSTOMER';
  const state = isNews ? withoutPartial(before) : before;
  const after = others.findIndex((known) => known.seq > message.seq);
  const messages =
    after < 0 ? [...others, message] : [...others.slice(0, after), message, ...others.slice(after)];
  const outgoing = state.outgoing.filter((o) => o.clientMessageId !== message.clientMessageId);
  // An answer instead of a person: the way to one is open again.
  const answered = isNews && message.author === 'ASSISTANT' && message.seq > 1 && state.person === 'asking';
  return { ...state, messages, outgoing, person: answered ? 'not-asked' : state.person };
}

function withOwner(state: ChatState, next: OwnerState): ChatState {
  const {
    agentName: _agent,
    queuePosition: _position,
    ...rest
  } = next.working ? state : withoutPartial(state);
  const person = next.owner === 'ASSISTANT' && state.person === 'asking' ? 'asking' : 'not-asked';
  return { ...rest, ...next, person };
}

function withoutPartial({ partial: _, ...state }: ChatState): ChatState {
  return state;
}

function withoutProblem({ problem: _, ...outgoing }: Outgoing): Outgoing {
  return outgoing;
}
