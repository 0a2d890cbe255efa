import { useCallback, useMemo, useRef, useState } from 'react';

interface Held<T> {
  /** What to draw: known rows with their newest data, in the order they had. */
  shown: readonly T[];
  /** Rows that arrived meanwhile; the "3 new" pill. */
  fresh: readonly T[];
  /** Keys of drawn rows that are no longer in the list; they keep their place until nobody aims at it. */
  gone: ReadonlySet<string>;
  /** Shows everything in the newest order. */
  release: () => void;
  /** Spread on the list's box: while the pointer or the focus is in it, rows hold still. */
  hold: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: (event: React.FocusEvent) => void;
  };
}

/**
 * Keeps rows where they are while somebody aims at them: new rows wait behind a pill, known rows get their new data in
 * place, rows that are gone stay as ghosts. Nothing is held when nobody is at the list.
 */
export function useHeldList<T>(items: readonly T[], keyOf: (item: T) => string): Held<T> {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const [releases, setReleases] = useState(0);
  const order = useRef<{ rows: ReadonlyMap<string, T>; releases: number }>({ rows: new Map(), releases: -1 });
  const held = pointer || focus;

  const result = useMemo(() => {
    const mustFollow = !held || order.current.releases !== releases || order.current.rows.size === 0;
    if (mustFollow) {
      order.current = { rows: new Map(items.map((item) => [keyOf(item), item])), releases };
      return { shown: items, fresh: [], gone: NONE };
    }
    return arrange(items, keyOf, order.current.rows);
  }, [items, keyOf, held, releases]);

  const release = useCallback(() => setReleases((count) => count + 1), []);
  const hold = useMemo(
    () => ({
      onPointerEnter: () => setPointer(true),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: (event: React.FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
      },
    }),
    [],
  );
  return { ...result, release, hold };
}

const NONE: ReadonlySet<string> = new Set();

/** The rows as they were drawn, with new data where there is some; and what is new, and what is gone. */
export function arrange<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  drawn: ReadonlyMap<string, T>,
): { shown: T[]; fresh: T[]; gone: ReadonlySet<string> } {
  const now = new Map(items.map((item) => [keyOf(item), item]));
  return {
    shown: [...drawn].map(([key, old]) => now.get(key) ?? old),
    fresh: items.filter((item) => !drawn.has(keyOf(item))),
    gone: new Set([...drawn.keys()].filter((key) => !now.has(key))),
  };
}
