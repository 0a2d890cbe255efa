/** Why a call did not do what was asked. `OFFLINE` and `SERVER` are this side's own codes; the rest are the platform's. */
export interface Problem {
  code: string;
  status: number;
  retryAfterSeconds?: number;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const OFFLINE: Problem = { code: 'OFFLINE', status: 0 };

/** The same request may work later without anything being changed. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 429 || problem.status >= 500;
}

/** More is being asked of the bank than it can answer soon: the platform says when to come again. */
export function isBusy(problem: Problem): boolean {
  return problem.code === 'BUSY';
}

export function busySeconds(problem: Problem): number {
  return problem.retryAfterSeconds ?? 10;
}

/** The token is not, or no longer, good: only a new session helps. */
export function isSessionGone(problem: Problem): boolean {
  return problem.status === 401;
}

export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const named = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  const wait = Number(response.headers.get('Retry-After'));
  return {
    code: typeof named === 'string' ? named : response.status >= 500 ? 'SERVER' : `HTTP_${response.status}`,
    status: response.status,
    ...(wait > 0 ? { retryAfterSeconds: wait } : {}),
  };
}
