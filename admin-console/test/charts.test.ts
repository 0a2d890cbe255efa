import { describe, expect, it } from 'vitest';
import { byPoint, hoursIn, pointLabel, pointsOf } from '../src/shared/charts/hours.ts';
import { latencyOf } from '../src/shared/charts/merge.ts';

const NOW = Date.parse('2026-11-21T17:07:00Z');

describe('the points of a chart', () => {
  it('cover the whole window evenly, silent hours as well', () => {
    for (const hours of [24, 168, 720] as const) {
      const points = pointsOf(hours, NOW);
      const steps = new Set(points.slice(1).map((at, index) => at - (points[index] ?? 0)));
      expect(steps.size).toBe(1);
      expect(points.at(-1)).toBeLessThanOrEqual(NOW);
      const [step = 0] = steps;
      expect(points.length * step).toBe(hours * 3_600_000);
    }
  });

  it('gather every item of their time, whatever its own length', () => {
    const items = ['2026-11-21T17:00:00Z', '2026-11-21T17:05:00Z', '2026-11-21T16:55:00Z'].map((at) => ({
      at,
    }));
    const grouped = byPoint(items, 24);
    const [last = 0] = pointsOf(24, NOW).slice(-1);
    expect(grouped.get(last)).toHaveLength(2);
    expect([...grouped.values()].flat()).toHaveLength(3);
  });

  it('take only the three windows from the address', () => {
    expect([hoursIn('168'), hoursIn(24), hoursIn('99')]).toEqual([168, undefined, undefined]);
    expect(pointLabel(NOW, 720)).toContain('21 Nov');
  });
});

describe('latency over several stretches', () => {
  it('never looks better than its worst part', () => {
    const busy = { calls: 90, p50Millis: 100, p95Millis: 200 };
    const slow = { calls: 10, p50Millis: 1100, p95Millis: 5000 };
    expect(latencyOf([busy, slow])).toMatchObject({ p50: 200, p95: 5000 });
  });

  it('is not there where nothing was called', () => {
    expect(latencyOf([])).toEqual({ p50: undefined, p95: undefined, first: undefined });
    expect(latencyOf([{ calls: 0, p50Millis: 0, p95Millis: 0 }]).p95).toBeUndefined();
  });
});
