import classes from './dashboard.module.css';

const WIDTH = 200;
const HEIGHT = 40;

/** Points of a line from the first to the last value; zero lies at the bottom, so that small changes do not look large. */
export function line(points: readonly number[]): string {
  const top = Math.max(...points, 1);
  const step = WIDTH / Math.max(1, points.length - 1);
  return points
    .map(
      (point, index) =>
        `${(index * step).toFixed(1)},${(HEIGHT - 3 - (point / top) * (HEIGHT - 6)).toFixed(1)}`,
    )
    .join(' ');
}

/** The shape of a number over time; the chart below has the figures. */
export function Trend({ points, color }: { points: readonly number[]; color: string }) {
  if (points.length < 2 || points.every((point) => point === 0)) return null;
  const path = line(points);
  const tone = `var(--mantine-color-${color}-6)`;
  return (
    <svg
      className={classes.tileTrend}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polygon points={`0,${HEIGHT} ${path} ${WIDTH},${HEIGHT}`} fill={tone} opacity="0.14" />
      <polyline points={path} fill="none" stroke={tone} strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
