import { useSetting } from '@openteller/web-kit';
import { useCallback, useMemo } from 'react';

const KEPT = 200;

/** Which stories this person has looked at; only ids are kept, the newest 200. */
export function useSeen(): { seen: ReadonlySet<string>; markSeen: (id: string) => void } {
  const [ids, setIds] = useSetting<readonly string[]>('seen-stories', NONE);
  const seen = useMemo(() => new Set(ids), [ids]);
  const markSeen = useCallback(
    (id: string) => {
      if (!seen.has(id)) setIds([id, ...ids].slice(0, KEPT));
    },
    [seen, ids, setIds],
  );
  return { seen, markSeen };
}

const NONE: readonly string[] = [];
