import {
  batcher,
  type Connection,
  type DeskChange,
  type ServerEvent,
  useEventStream,
} from '@openteller/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef } from 'react';
import { keys } from './queries.ts';

const Live = createContext<Connection>({ state: 'connecting', lastSignalAt: 0 });
export const useConnection = (): Connection => use(Live);

/** One stream for the whole desk. Whatever changed within 250 ms is refetched together. */
export function DeskEvents({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const batch = useMemo(
    () =>
      batcher<string>((changed) => {
        void client.invalidateQueries({ queryKey: keys.queue });
        void client.invalidateQueries({ queryKey: keys.feed });
        for (const id of ids(changed)) void client.invalidateQueries({ queryKey: keys.conversation(id) });
        // Who holds how much does not change by talking.
        if ([...changed].some((each) => !/^(message|note) /.test(each))) {
          void client.invalidateQueries({ queryKey: keys.staff });
        }
      }),
    [client],
  );
  useEffect(() => () => batch.stop(), [batch]);
  const onEvent = useCallback(
    (event: ServerEvent) => {
      if (event.event !== 'changed') return;
      const change = event.data as Partial<DeskChange> | undefined;
      if (typeof change?.conversationId === 'string') batch.add(`${change.what} ${change.conversationId}`);
    },
    [batch],
  );
  const connection = useEventStream('/api/v1/desk/events', onEvent);
  useRefetchAfterGap(connection);
  return <Live value={connection}>{children}</Live>;
}

const ids = (changed: ReadonlySet<string>): Set<string> =>
  new Set([...changed].map((each) => each.slice(each.indexOf(' ') + 1)));

/** Hints that were sent while we were away are gone for good: after a gap everything on screen is fetched anew. */
function useRefetchAfterGap(connection: Connection): void {
  const client = useQueryClient();
  const wasLive = useRef(false);
  const gap = useRef(false);
  useEffect(() => {
    if (connection.state === 'live') {
      if (gap.current) void client.invalidateQueries({ queryKey: ['desk'] });
      wasLive.current = true;
      gap.current = false;
    } else if (wasLive.current) {
      gap.current = true;
    }
  }, [client, connection.state]);
}
