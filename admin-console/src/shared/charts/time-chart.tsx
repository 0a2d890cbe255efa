import { BarChart, LineChart } from '@mantine/charts';
import { EmptyState } from '@openteller/web-kit';
import { IconChartLine } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Card } from '../page.tsx';
import classes from './charts.module.css';
import { type Hours, pointLabel } from './hours.ts';
import { Legend } from './legend.tsx';
import { Numbers } from './numbers.tsx';
import type { Point, Series } from './series.ts';

interface TimeChartProps {
  title: string;
  hint: ReactNode;
  kind: 'lines' | 'bars';
  hours: Hours;
  points: Point[];
  series: Series[];
  format: (value: number) => string;
  /** What is said when no point has a value. */
  empty: string;
  busy?: boolean;
}

const HEIGHT = 240;

/** Values over time. The same numbers follow as a table for those who do not see the picture. */
export function TimeChart(props: TimeChartProps) {
  const { title, hint, kind, hours, points, series, format, empty, busy } = props;
  const filled = points.filter(({ values }) => series.some(({ name }) => (values[name] ?? 0) > 0));
  const common = {
    h: HEIGHT,
    data: points.map(({ at, values }) => ({ ...values, label: pointLabel(at, hours) })),
    dataKey: 'label',
    gridAxis: 'x' as const,
    tickLine: 'none' as const,
    strokeDasharray: '3 4',
    valueFormatter: format,
    xAxisProps: { interval: 'equidistantPreserveStart' as const, minTickGap: 36 },
    yAxisProps: { width: 62 },
  };
  return (
    <Card
      title={title}
      hint={hint}
      className={classes.card}
      aside={filled.length > 0 && series.length > 1 && <Legend series={series} kind={kind} />}
    >
      {filled.length === 0 ? (
        <div className={classes.empty}>
          <EmptyState
            kind="first"
            icon={<IconChartLine size={24} />}
            title="Nothing to draw yet"
            text={empty}
            compact
          />
        </div>
      ) : (
        <div aria-hidden className={classes.chart} data-busy={busy || undefined}>
          {kind === 'bars' ? (
            <BarChart
              {...common}
              type="stacked"
              maxBarWidth={22}
              series={series.map(({ name, label, color }) => ({ name, label, color }))}
              barProps={{ isAnimationActive: false }}
              barChartProps={{ accessibilityLayer: false }}
            />
          ) : (
            <LineChart
              {...common}
              curveType="monotone"
              strokeWidth={2}
              connectNulls={false}
              series={series.map(({ name, label, color, dashes }) => ({
                name,
                label,
                color,
                ...(dashes ? { strokeDasharray: dashes } : {}),
              }))}
              // A point between two silences has no line of its own.
              withDots={lonely(points, series)}
              dotProps={{ r: 2, strokeWidth: 1 }}
              activeDotProps={{ r: 4 }}
              lineProps={{ isAnimationActive: false }}
              lineChartProps={{ accessibilityLayer: false }}
            />
          )}
        </div>
      )}
      {filled.length > 0 && (
        <Numbers title={title} hours={hours} points={filled} series={series} format={format} />
      )}
    </Card>
  );
}

/** Whether some value stands alone, without one before or after it. */
function lonely(points: Point[], series: Series[]): boolean {
  return series.some(({ name }) =>
    points.some(
      ({ values }, index) =>
        values[name] !== undefined &&
        points[index - 1]?.values[name] === undefined &&
        points[index + 1]?.values[name] === undefined,
    ),
  );
}
