import type { ModelUsage } from '@openteller/web-kit';
import { byPoint, type Hours, pointsOf } from '../../../shared/charts/hours.ts';
import { latencyOf, sumOf } from '../../../shared/charts/merge.ts';
import { lookOf, type Point, type Series } from '../../../shared/charts/series.ts';
import { keyOf } from '../words.ts';

/** The models that were asked, the busiest first. */
export function modelsIn(items: readonly ModelUsage[]): string[] {
  const calls = new Map<string, number>();
  for (const item of items) calls.set(keyOf(item), (calls.get(keyOf(item)) ?? 0) + item.calls);
  return [...calls].sort((a, b) => b[1] - a[1]).map(([key]) => key);
}

export const nameOfKey = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** Names of values in a chart are paths for the chart library: no dots, so models go by their place. */
export const seriesOf = (keys: readonly string[]): Series[] =>
  keys.map((key, index) => ({ name: `m${index}`, label: nameOfKey(key), color: lookOf(index).color }));

export function latencyPoints(items: readonly ModelUsage[], hours: Hours, now: number): Point[] {
  const grouped = byPoint(items, hours);
  return pointsOf(hours, now).map((at) => ({ at, values: latencyOf(grouped.get(at) ?? []) }));
}

/** One value of each model at each point. */
export function pointsPerModel(
  items: readonly ModelUsage[],
  keys: readonly string[],
  hours: Hours,
  now: number,
  value: (item: ModelUsage) => number,
): Point[] {
  const grouped = byPoint(items, hours);
  return pointsOf(hours, now).map((at) => {
    const here = grouped.get(at) ?? [];
    const values = keys.map((key, index): [string, number] => [
      `m${index}`,
      sumOf(
        here.filter((item) => keyOf(item) === key),
        value,
      ),
    ]);
    return { at, values: Object.fromEntries(values) };
  });
}

export interface ModelTotal {
  key: string;
  calls: number;
  failed: number;
  tokens: number;
  costMinor: number;
  unpriced: number;
  p50?: number | undefined;
  p95?: number | undefined;
  first?: number | undefined;
}

export function totalsOf(items: readonly ModelUsage[]): ModelTotal[] {
  return modelsIn(items).map((key) => {
    const own = items.filter((item) => keyOf(item) === key);
    return {
      key,
      calls: sumOf(own, (each) => each.calls),
      failed: sumOf(own, (each) => each.failed),
      tokens: sumOf(own, (each) => (each.inputTokens ?? 0) + (each.outputTokens ?? 0)),
      costMinor: sumOf(own, (each) => each.costMinor),
      unpriced: sumOf(own, (each) => each.unpriced),
      ...latencyOf(own),
    };
  });
}
