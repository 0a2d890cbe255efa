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
  | { type: 'sending'; clientMessageId: string }
  | { type: 'accepted'; clientMessageId: string }
  | { type: 'withdrawn'; clientMessageId: string }
  | { type: 'not-sent'; clientMessageId: string; problem: Problem }
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
      const outgoing = unsent.map(({ problem: _, ...o }): Outgoing => ({ ...o, delivery: 'sending' }));
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
    case 'sending':
      return withDelivery(state, action.clientMessageId, ({ problem: _, ...o }) => ({
        ...o,
        delivery: 'sending',
      }));
    case 'accepted':
      return withDelivery(state, action.clientMessageId, (o) => ({ ...o, delivery: 'sent' }));
    case 'withdrawn':
      return {
        ...state,
        outgoing: state.outgoing.filter((o) => o.clientMessageId !== action.clientMessageId),
      };
    case 'not-sent':
      return withDelivery(state, action.clientMessageId, (o) => ({
        ...o,
        delivery: 'failed',
        problem: action.problem,
      }));
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
  const state = message.author === 'CUSTOMER' ? before : withoutPartial(before);
  const others = state.messages.filter((known) => known.seq !== message.seq);
  const after = others.findIndex((known) => known.seq > message.seq);
  const messages =
    after < 0 ? [...others, message] : [...others.slice(0, after), message, ...others.slice(after)];
  const outgoing = state.outgoing.filter((o) => o.clientMessageId !== message.clientMessageId);
  // An answer instead of a person: the way to one is open again.
  const answered = message.author === 'ASSISTANT' && message.seq > 1 && state.person === 'asking';
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

function withDelivery(state: ChatState, id: string, change: (o: Outgoing) => Outgoing): ChatState {
  return { ...state, outgoing: state.outgoing.map((o) => (o.clientMessageId === id ? change(o) : o)) };
}
