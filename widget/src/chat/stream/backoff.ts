const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 15_000;

/**
 * How long to wait before attempt number `failures + 1`: doubling from 0.5 s to 15 s, each shortened by up to half at random so
 * that thousands of widgets do not come back in the same instant.
 */
export function backoffMillis(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.max(0, failures - 1));
  return Math.max(FIRST_MILLIS, Math.round(ceiling * (1 - random() / 2)));
}
