import { OFFLINE, type Outcome, readProblem } from './problem.ts';

const PATIENCE_MILLIS = 20_000;

/** One POST with a deadline. Never throws: what goes wrong is in the outcome. */
export async function post(url: string, body: unknown, token: string | undefined): Promise<Outcome<unknown>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
    if (!response.ok) return { ok: false, problem: await readProblem(response) };
    const answer = await response.text();
    return { ok: true, value: answer ? JSON.parse(answer) : undefined };
  } catch {
    return { ok: false, problem: OFFLINE };
  }
}
