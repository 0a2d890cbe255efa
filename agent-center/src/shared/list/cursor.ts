import type { Command } from '@openteller/web-kit';
import { useMemo, useState } from 'react';

/** A row that J and K point at, and the commands that move it. */
export function useCursor(keysInOrder: readonly string[], openKey: string | undefined) {
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const current = cursor !== undefined && keysInOrder.includes(cursor) ? cursor : openKey;
  const commands = useMemo<Command[]>(() => {
    const move = (by: number) => {
      const at = current === undefined ? -1 : keysInOrder.indexOf(current);
      const next = at < 0 ? (by > 0 ? 0 : keysInOrder.length - 1) : at + by;
      const key = keysInOrder[Math.min(keysInOrder.length - 1, Math.max(0, next))];
      if (key !== undefined) setCursor(key);
    };
    return [
      {
        id: 'list-next',
        label: 'Next conversation',
        group: 'Lists',
        keys: 'j',
        run: () => move(1),
        hidden: true,
      },
      {
        id: 'list-previous',
        label: 'Previous conversation',
        group: 'Lists',
        keys: 'k',
        run: () => move(-1),
        hidden: true,
      },
    ];
  }, [keysInOrder, current]);
  return { cursor, current, commands };
}
