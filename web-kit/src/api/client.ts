import { parseJson } from './json.ts';
import { asProblem, type Problem, problemFrom } from './problem.ts';

export interface RequestOptions {
  signal?: AbortSignal | undefined;
  query?: Record<string, string | number | boolean | undefined> | undefined;
  /** Beyond those of every request: a precondition, for instance. */
  headers?: Record<string, string> | undefined;
}

/** Where the browser goes to sign in, coming back to the page it left. */
export function signInUrl(location: Pick<Location, 'pathname' | 'search'> = window.location): string {
  return `/auth/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`;
}

let leaving = false;
/** Sends the browser to sign in, once, however many requests find out at the same time. */
export function goToSignIn(): void {
  if (leaving) return;
  leaving = true;
  window.location.assign(signInUrl());
}

function withQuery(path: string, query: RequestOptions['query']): string {
  const pairs = Object.entries(query ?? {}).filter((entry) => entry[1] !== undefined && entry[1] !== '');
  if (pairs.length === 0) return path;
  return `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}

async function send<T>(method: string, path: string, body: unknown, options: RequestOptions): Promise<T> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    ...options.headers,
  };
  // The header is what a foreign site cannot send without our consent: it stands in for a CSRF token.
  if (method !== 'GET') headers['X-Openteller-Request'] = '1';
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(withQuery(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
      signal: options.signal ?? null,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw asProblem(error);
  }
  if (!response.ok) throw await refused(response);
  const content = await response.text();
  return (content === '' ? undefined : parseJson(content)) as T;
}

async function refused(response: Response): Promise<Problem> {
  const problem = await problemFrom(response);
  if (response.status === 401) goToSignIn();
  return problem;
}

/** The staff API of the platform this page came from. Every failure is a {@link Problem}; a 401 leaves for the sign-in page. */
export const api = {
  get: <T>(path: string, options: RequestOptions = {}) => send<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options: RequestOptions = {}) =>
    send<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options: RequestOptions = {}) => send<T>('PUT', path, body, options),
  delete: <T>(path: string, options: RequestOptions = {}) => send<T>('DELETE', path, undefined, options),
};

/** Ends the session on the platform, then goes to sign in. */
export async function signOut(): Promise<void> {
  await api.post('/auth/logout');
  goToSignIn();
}
