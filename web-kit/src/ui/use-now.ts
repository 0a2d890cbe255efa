import { useCallback, useSyncExternalStore } from 'react';

interface Ticker {
  now: number;
  listeners: Set<() => void>;
  timer?: ReturnType<typeof setInterval>;
}
const tickers = new Map<number, Ticker>();

function tickerOf(millis: number): Ticker {
  let ticker = tickers.get(millis);
  if (!ticker) {
    ticker = { now: Date.now(), listeners: new Set() };
    tickers.set(millis, ticker);
  }
  return ticker;
}

function listen(millis: number, listener: () => void): () => void {
  const ticker = tickerOf(millis);
  ticker.listeners.add(listener);
  ticker.timer ??= setInterval(() => {
    ticker.now = Date.now();
    for (const each of ticker.listeners) each();
  }, millis);
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size > 0) return;
    clearInterval(ticker.timer);
    tickers.delete(millis);
  };
}

/** The time, renewed every `millis`; all components with the same pace share one timer. */
export function useNow(millis = 30_000): number {
  const subscribe = useCallback((listener: () => void) => listen(millis, listener), [millis]);
  return useSyncExternalStore(subscribe, () => tickerOf(millis).now);
}
