import { Tooltip } from '@mantine/core';
import type { ConnectionState } from '../stream/event-stream.ts';
import type { Connection } from '../stream/use-event-stream.ts';
import { duration } from '../time.ts';
import { useNow } from './use-now.ts';

const WORDS: Record<ConnectionState, string> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  refused: 'No live updates',
};

/** Whether what is on screen is current, in colour and in words; when it is not, how old it is. */
export function ConnectionDot({ connection, compact }: { connection: Connection; compact?: boolean }) {
  const now = useNow(1_000);
  const { state, lastSignalAt } = connection;
  const stale = state !== 'live' && lastSignalAt > 0;
  const age = stale ? `data is ${duration(now - lastSignalAt)} old` : '';
  const hint = state === 'live' ? 'Changes appear by themselves' : stale ? age : 'Waiting for the first sign';
  return (
    <Tooltip label={hint}>
      <span className="ot-connection" data-state={state} role="status">
        <span className="ot-connection-dot" aria-hidden />
        <span className={compact ? 'ot-visually-hidden' : undefined}>
          {WORDS[state]}
          {stale && <span className="ot-connection-age"> · {age}</span>}
        </span>
      </span>
    </Tooltip>
  );
}
