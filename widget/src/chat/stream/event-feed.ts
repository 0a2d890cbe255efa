import { isSessionGone, type Problem, readProblem } from '../api/problem.ts';
import { backoffMillis } from './backoff.ts';
import { createEventParser, type ServerEvent } from './event-parser.ts';

export type Link = 'connecting' | 'live' | 'reconnecting' | 'offline';

export interface FeedSettings {
  url: string;
  token: string;
  /** Where to resume; asked again before every connection. */
  lastSeq(): number;
  onEvent(event: ServerEvent): void;
  onLink(link: Link): void;
  /** The platform refused the session for good; the feed has stopped. */
  onSessionGone(problem: Problem): void;
  silenceMillis?: number;
  backoff?: (failures: number) => number;
}

const SILENCE_MILLIS = 40_000;

/** Follows a conversation until stopped, through broken connections and silent ones. Returns the stop. */
export function followEvents(settings: FeedSettings): () => void {
  const stopped = new AbortController();
  void follow(settings, stopped.signal);
  return () => stopped.abort();
}

async function follow(settings: FeedSettings, stopped: AbortSignal): Promise<void> {
  const { onLink, backoff = backoffMillis } = settings;
  let failures = 0;
  onLink('connecting');
  while (!stopped.aborted) {
    let live = false;
    let elsewhere: number | undefined;
    const end = await connectOnce(settings, stopped, (event) => {
      elsewhere = reconnectMillis(event);
      if (elsewhere !== undefined) return;
      if (!live) {
        live = true;
        failures = 0;
        onLink('live');
      }
      settings.onEvent(event);
    });
    if (stopped.aborted) return;
    // A stored conversation that the platform no longer has is as gone as its token.
    if (end && (isSessionGone(end) || end.status === 404)) {
      settings.onSessionGone(end);
      return;
    }
    // Nothing is wrong: the one that was asked goes, and another is there.
    if (elsewhere !== undefined) {
      await pause(elsewhere, stopped);
      continue;
    }
    failures++;
    onLink(navigator.onLine === false ? 'offline' : 'reconnecting');
    await pause(Math.max(backoff(failures), (end?.retryAfterSeconds ?? 0) * 1000), stopped);
  }
}

/** For how long to wait before coming back, if the platform says that it goes. */
function reconnectMillis(event: ServerEvent): number | undefined {
  if (event.type !== 'reconnect') return undefined;
  const named = Number(/"afterMillis":(\d{1,5})\b/.exec(event.data)?.[1]);
  return Number.isFinite(named) ? named : 1_000;
}

/** Returns the platform's problem, or undefined when the connection could not be made, ended or fell silent. */
async function connectOnce(
  settings: FeedSettings,
  stopped: AbortSignal,
  onEvent: (event: ServerEvent) => void,
): Promise<Problem | undefined> {
  const attempt = new AbortController();
  const abort = () => attempt.abort();
  stopped.addEventListener('abort', abort);
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(abort, settings.silenceMillis ?? SILENCE_MILLIS);
  };
  try {
    heard();
    const response = await fetch(settings.url, {
      headers: {
        Accept: 'text/event-stream',
        Authorization: `Bearer ${settings.token}`,
        'Last-Event-ID': String(settings.lastSeq()),
      },
      cache: 'no-store',
      credentials: 'omit',
      signal: attempt.signal,
    });
    if (!response.ok || !response.body) return await readProblem(response);
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parse = createEventParser(onEvent);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      heard();
      parse(decoder.decode(value, { stream: true }));
    }
  } catch {
    return undefined;
  } finally {
    clearTimeout(watchdog);
    stopped.removeEventListener('abort', abort);
    attempt.abort();
  }
}

/** Waits, but not longer than until the network comes back. */
function pause(millis: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      stopped.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    window.addEventListener('online', done);
    stopped.addEventListener('abort', done);
  });
}
