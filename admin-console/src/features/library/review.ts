const DAY = 86_400_000;
const SOON_DAYS = 30;

export type Review = 'OVERDUE' | 'SOON' | 'LATER';

/** How near the day is on which somebody has to read the document again; absent where no day was set. */
export function reviewOf(day: string | undefined, now: number): Review | undefined {
  if (!day) return undefined;
  const left = Date.parse(`${day.slice(0, 10)}T23:59:59Z`) - now;
  if (Number.isNaN(left)) return undefined;
  if (left < 0) return 'OVERDUE';
  return left <= SOON_DAYS * DAY ? 'SOON' : 'LATER';
}
