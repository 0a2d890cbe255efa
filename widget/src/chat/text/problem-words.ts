import { busySeconds, type Problem } from '../api/problem.ts';
import type { Words } from './words.ts';

/** What the customer is told; codes stay for the bank's own people. */
export function explain(problem: Problem, words: Words): string {
  const say = words.problem;
  switch (problem.code) {
    case 'UNKNOWN_SITE_KEY':
    case 'ORIGIN_NOT_ALLOWED':
      return say.site;
    case 'IDENTITY_TOKEN_INVALID':
    case 'IDENTITY_TOKEN_EXPIRED':
    case 'IDENTITY_TOKEN_REPLAYED':
      return say.identity;
    case 'RATE_LIMITED':
      return say.limited(problem.retryAfterSeconds ?? 60);
    case 'BUSY':
      return say.busy(busySeconds(problem));
    case 'CONVERSATION_CLOSED':
      return words.ended;
    case 'OFFLINE':
      return say.offline;
    default:
      return say.server;
  }
}
