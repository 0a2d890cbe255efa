const HOUR = 3_600_000;

/** How far back a chart looks, and how much time one point of it covers. */
export const WINDOWS = [
  { hours: 24, label: '24 h', step: HOUR / 4, each: '15 minutes' },
  { hours: 168, label: '7 d', step: 2 * HOUR, each: '2 hours' },
  { hours: 720, label: '30 d', step: 8 * HOUR, each: '8 hours' },
] as const;
export type Hours = (typeof WINDOWS)[number]['hours'];
export const DEFAULT_HOURS: Hours = 24;

/** `?hours=`; anything but the three windows is the default. */
export const hoursIn = (value: unknown): Hours | undefined => {
  const found = WINDOWS.find(({ hours }) => hours === Number(value))?.hours;
  return found === DEFAULT_HOURS ? undefined : found;
};

export const windowOf = (hours: Hours): (typeof WINDOWS)[number] =>
  WINDOWS.find((each) => each.hours === hours) ?? WINDOWS[0];

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What stands under a point of a chart, in the reader's zone. */
export function pointLabel(at: number, hours: Hours): string {
  return (hours === 24 ? CLOCK : hours === 168 ? DAY : DATE).format(at);
}

/** The beginnings of all stretches of the window, the empty ones as well: time runs evenly along the axis. */
export function pointsOf(hours: Hours, now: number): number[] {
  const { step } = windowOf(hours);
  const last = Math.floor(now / step) * step;
  const many = Math.round((hours * HOUR) / step);
  return Array.from({ length: many }, (_, index) => last - (many - 1 - index) * step);
}

/** Items by the point of the chart that they belong to. */
export function byPoint<T extends { at: string }>(items: readonly T[], hours: Hours): Map<number, T[]> {
  const { step } = windowOf(hours);
  const grouped = new Map<number, T[]>();
  for (const item of items) {
    const point = Math.floor(Date.parse(item.at) / step) * step;
    const known = grouped.get(point);
    if (known) known.push(item);
    else grouped.set(point, [item]);
  }
  return grouped;
}
