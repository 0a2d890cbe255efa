import { describe, expect, it } from 'vitest';
import { complete } from '../src/features/dashboard/overview.ts';
import { dashboardSearch } from '../src/features/dashboard/search.ts';
import { tilesOf } from '../src/features/dashboard/tiles.tsx';
import { line } from '../src/features/dashboard/trend.tsx';

describe('the dashboard', () => {
  it('invents nothing for a bank without conversations', () => {
    const values = tilesOf(complete({})).map((tile) => tile.value);
    expect(values).toEqual(['0', '—', '—', '—', '—']);
  });

  it('shows no satisfaction from no ratings, even when an average is sent', () => {
    const tile = tilesOf(complete({ csatAverage: 0, csatCount: 0 })).find(
      (each) => each.label === 'Satisfaction',
    );
    expect(tile).toMatchObject({ value: '—', basis: 'no ratings yet' });
  });

  it('names the number of ratings beside their average', () => {
    const tile = tilesOf(complete({ csatAverage: 4.38, csatCount: 12 })).find(
      (each) => each.label === 'Satisfaction',
    );
    expect(tile).toMatchObject({ value: '4.4 / 5', basis: 'from 12 ratings' });
  });

  it('takes only the three spans from the address', () => {
    expect(dashboardSearch({ days: '7' })).toEqual({ days: 7 });
    expect(dashboardSearch({ days: 30 })).toEqual({});
    expect(dashboardSearch({ days: '-1' })).toEqual({});
    expect(dashboardSearch({ days: '7; drop' })).toEqual({});
  });

  it('draws a trend from zero, so that a level line is not a mountain', () => {
    const heights = line([100, 98, 100])
      .split(' ')
      .map((point) => Number(point.split(',')[1]));
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(1);
  });
});
