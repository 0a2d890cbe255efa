import { useEffect, useRef, useState } from 'react';
import { type ConnectionState, openEventStream } from './event-stream.ts';
import type { ServerEvent } from './sse-parser.ts';

export interface Connection {
  state: ConnectionState;
  /** When the server last gave a sign of life, in epoch milliseconds; 0 before the first. */
  lastSignalAt: number;
}

/**
 * Keeps a stream open while the component lives. `url` undefined keeps it closed; a new `onEvent` does not reconnect.
 *
 * @param after resume after this event; only the value at the time of opening counts
 */
export function useEventStream(
  url: string | undefined,
  onEvent: (event: ServerEvent) => void,
  after?: string,
): Connection {
  const [connection, setConnection] = useState<Connection>({ state: 'connecting', lastSignalAt: 0 });
  const latest = useRef(onEvent);
  const start = useRef(after);
  useEffect(() => {
    latest.current = onEvent;
    start.current = after;
  });
  useEffect(() => {
    if (!url) return;
    let lastSignalAt = 0;
    return openEventStream({
      url,
      lastEventId: start.current,
      onEvent: (event) => latest.current(event),
      onState: (state) => setConnection({ state, lastSignalAt }),
      onSignal: () => {
        lastSignalAt = Date.now();
      },
    });
  }, [url]);
  return connection;
}

/** Collects values and hands them over together, at most once per `millis`: a burst of events costs one refetch. */
export function batcher<T>(flush: (batch: ReadonlySet<T>) => void, millis = 250) {
  let waiting = new Set<T>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(value: T) {
      waiting.add(value);
      timer ??= setTimeout(() => {
        const batch = waiting;
        waiting = new Set();
        timer = undefined;
        flush(batch);
      }, millis);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      waiting = new Set();
    },
  };
}
