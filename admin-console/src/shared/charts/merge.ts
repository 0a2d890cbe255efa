interface Timed {
  calls: number;
  p50Millis?: number;
  p95Millis?: number;
  firstTokenP50Millis?: number;
}

/** The middle of several stretches, each as heavy as its calls. */
function weighted<T extends Timed>(items: readonly T[], value: (item: T) => number | undefined) {
  let sum = 0;
  let calls = 0;
  for (const item of items) {
    const millis = value(item);
    if (millis === undefined || item.calls === 0) continue;
    sum += millis * item.calls;
    calls += item.calls;
  }
  return calls === 0 ? undefined : Math.round(sum / calls);
}

/** Percentiles cannot be added up: the high one is the highest of its parts, so that nothing looks better than it was. */
export function latencyOf(items: readonly Timed[]) {
  const highest = Math.max(...items.flatMap((item) => (item.calls > 0 ? (item.p95Millis ?? []) : [])));
  return {
    p50: weighted(items, (item) => item.p50Millis),
    p95: Number.isFinite(highest) ? highest : undefined,
    first: weighted(items, (item) => item.firstTokenP50Millis),
  };
}

export const sumOf = <T>(items: readonly T[], value: (item: T) => number | undefined): number =>
  items.reduce((sum, item) => sum + (value(item) ?? 0), 0);
