import { goToSignIn } from '../api/client.ts';
import { type ServerEvent, sseParser } from './sse-parser.ts';

/** `refused`: the server said no for good (403, 404); trying again would not help. */
export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'refused';

export interface StreamOptions {
  url: string;
  onEvent: (event: ServerEvent) => void;
  onState?: (state: ConnectionState) => void;
  /** Called at any sign of life, heartbeats included. */
  onSignal?: () => void;
  /** Resume after this event. */
  lastEventId?: string | undefined;
  /** Silence longer than this is a dead connection; the server beats at least every 15 s. */
  silenceMillis?: number;
  firstWaitMillis?: number;
  longestWaitMillis?: number;
  /** Failures in a row before `reconnecting` is called `offline`. */
  offlineAfter?: number;
  random?: () => number;
}

/**
 * Server-sent events over fetch. EventSource cannot see the status of a refusal nor notice silence; this does both,
 * resumes with Last-Event-ID and waits with jitter so that a thousand browsers do not come back in the same second.
 *
 * @returns closes the stream; safe to call twice
 */
export function openEventStream(options: StreamOptions): () => void {
  const stop = new AbortController();
  void keepConnected(options, stop.signal);
  return () => stop.abort();
}

async function keepConnected(options: StreamOptions, stop: AbortSignal): Promise<void> {
  let lastEventId = options.lastEventId;
  let failures = 0;
  const state = onlyChanges(options.onState ?? (() => {}));
  state('connecting');
  while (!stop.aborted) {
    let elsewhere: number | undefined;
    const verdict = await readOnce(options, lastEventId, stop, {
      onElsewhere: (millis) => {
        elsewhere = millis;
      },
      onOpen: () => {
        failures = 0;
        state('live');
      },
      onId: (id) => {
        lastEventId = id;
      },
    });
    if (stop.aborted) return;
    if (verdict === 'refused') return state('refused');
    // Nothing is wrong: the one that was asked goes, and another is there.
    if (elsewhere !== undefined) {
      await pause(elsewhere, stop);
      continue;
    }
    failures += 1;
    state(!navigator.onLine || failures >= (options.offlineAfter ?? 4) ? 'offline' : 'reconnecting');
    await pause(backOff(failures, options), stop);
  }
}

interface Progress {
  onOpen: () => void;
  onId: (id: string) => void;
  /** The server goes and says when to come back. */
  onElsewhere: (afterMillis: number) => void;
}

async function readOnce(
  options: StreamOptions,
  lastEventId: string | undefined,
  stop: AbortSignal,
  progress: Progress,
): Promise<'ended' | 'refused'> {
  const attempt = new AbortController();
  const end = () => attempt.abort();
  stop.addEventListener('abort', end);
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(end, options.silenceMillis ?? 40_000);
    options.onSignal?.();
  };
  try {
    alive();
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastEventId !== undefined) headers['Last-Event-ID'] = lastEventId;
    const response = await fetch(options.url, {
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: attempt.signal,
    });
    if (response.status === 401) goToSignIn();
    if ([401, 403, 404].includes(response.status)) return 'refused';
    if (!response.ok || !response.body) return 'ended';
    progress.onOpen();
    const parse = sseParser((event) => {
      if (event.id !== undefined) progress.onId(event.id);
      if (event.event === 'reconnect') return progress.onElsewhere(reconnectMillis(event.data));
      options.onEvent(event);
    });
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      alive();
      parse(decoder.decode(part.value, { stream: true }));
    }
    return 'ended';
  } catch {
    return 'ended';
  } finally {
    clearTimeout(watchdog);
    stop.removeEventListener('abort', end);
    attempt.abort();
  }
}

function reconnectMillis(data: unknown): number {
  const named =
    typeof data === 'object' && data !== null && 'afterMillis' in data ? data.afterMillis : undefined;
  return typeof named === 'number' && named >= 0 ? Math.min(named, 60_000) : 1_000;
}

/** Doubles from the first wait up to the longest, then takes a random half off. */
export function backOff(failures: number, options: Partial<StreamOptions>): number {
  const first = options.firstWaitMillis ?? 500;
  const longest = options.longestWaitMillis ?? 15_000;
  const full = Math.min(longest, first * 2 ** Math.min(failures - 1, 16));
  return full * (0.5 + (options.random ?? Math.random)() / 2);
}

/** Waits, but wakes at once when the browser comes back online or the stream is closed. */
function pause(millis: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      stop.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    window.addEventListener('online', done);
    stop.addEventListener('abort', done);
  });
}

function onlyChanges(listener: (state: ConnectionState) => void): (state: ConnectionState) => void {
  let last: ConnectionState | undefined;
  return (state) => {
    if (state !== last) listener(state);
    last = state;
  };
}
