import { describe, expect, it } from 'vitest';
import { backoffMillis } from '../../src/chat/stream/backoff.ts';

describe('the wait before another connection', () => {
  it('doubles up to fifteen seconds', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 60].map((failures) => backoffMillis(failures, () => 0));
    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it('is shortened at random by up to half, but never under half a second', () => {
    expect(backoffMillis(4, () => 1)).toBe(2000);
    expect(backoffMillis(1, () => 1)).toBe(500);
    expect(new Set(Array.from({ length: 20 }, () => backoffMillis(6))).size).toBeGreaterThan(10);
  });
});
