import { useCallback, useSyncExternalStore } from 'react';

const PREFIX = 'openteller.';
const listeners = new Set<() => void>();
// Reads go through a cache so that a snapshot is the same object until the stored text changes.
const cache = new Map<string, { raw: string | null; value: unknown }>();

function read<T>(key: string, fallback: T): T {
  const raw = storage()?.getItem(PREFIX + key) ?? null;
  const known = cache.get(key);
  if (known && known.raw === raw) return known.value as T;
  let value: unknown = fallback;
  try {
    if (raw !== null) value = JSON.parse(raw);
  } catch {
    value = fallback;
  }
  cache.set(key, { raw, value });
  return value as T;
}

/** Storage can be forbidden (private windows, strict policies): settings then last as long as the page. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A preference of this person in this browser, the same in every component and every tab. Never for anything secret. */
export function useSetting<T>(key: string, fallback: T): [T, (value: T) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key, fallback));
  const set = useCallback(
    (next: T) => {
      storage()?.setItem(PREFIX + key, JSON.stringify(next));
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, set];
}
