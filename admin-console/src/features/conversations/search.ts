import { compact, oneOf, textIn } from '../../shared/search-values.ts';

export const OWNER_VALUES = ['ASSISTANT', 'QUEUE', 'AGENT', 'CLOSED'] as const;
export const ROUTE_VALUES = ['CONTAIN', 'ASSIST', 'ESCALATE', 'CLARIFY', 'REFUSE'] as const;

export interface ConversationFilter {
  owner?: (typeof OWNER_VALUES)[number];
  route?: (typeof ROUTE_VALUES)[number];
  q?: string;
}

/** The filters live in the address: a list can be sent to a colleague. */
export const conversationsSearch = (raw: Record<string, unknown>): ConversationFilter =>
  compact({ owner: oneOf(raw.owner, OWNER_VALUES), route: oneOf(raw.route, ROUTE_VALUES), q: textIn(raw.q) });

/** `?turn=` names the decision that is open. */
export const conversationSearch = (raw: Record<string, unknown>): { turn?: string } =>
  compact({ turn: textIn(raw.turn) });
