import { BarChart } from '@mantine/charts';
import type { InsightOverview } from '@openteller/web-kit';
import { Card } from '../../shared/page.tsx';
import classes from './dashboard.module.css';

const SERIES = [
  { name: 'contained', label: 'Answered by the assistant', color: 'teal.6' },
  { name: 'escalated', label: 'Handed to people', color: 'orange.6' },
];
const HEIGHT = 300;
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
export const dayName = (iso: string): string => day.format(new Date(`${iso}T00:00:00Z`));

/** Conversations per day, split by who dealt with them. The same numbers follow as a table for those who do not see bars. */
export function DayChart({ days }: { days: InsightOverview['byDay'] }) {
  return (
    <Card
      className={classes.chart}
      title="Conversations per day"
      hint="By the day they began (UTC)"
      aside={
        <ul className={classes.legend}>
          {SERIES.map((series) => (
            <li key={series.name}>
              <span className={classes.key} data-series={series.name} aria-hidden />
              {series.label}
            </li>
          ))}
        </ul>
      }
    >
      <div aria-hidden>
        <BarChart
          h={HEIGHT}
          data={days.map((each) => ({ ...each, day: dayName(each.day) }))}
          dataKey="day"
          type="stacked"
          series={SERIES}
          gridAxis="x"
          tickLine="none"
          strokeDasharray="3 4"
          maxBarWidth={34}
          xAxisProps={{ interval: 'equidistantPreserveStart', minTickGap: 24 }}
          yAxisProps={{ allowDecimals: false, width: 34 }}
          barProps={{ isAnimationActive: false }}
          // Focus would stop on a picture whose numbers follow as a table.
          barChartProps={{ accessibilityLayer: false }}
        />
      </div>
      <div className="ot-visually-hidden">
        <table>
          <caption>Conversations per day</caption>
          <thead>
            <tr>
              <th>Day</th>
              <th>Answered by the assistant</th>
              <th>Handed to people</th>
            </tr>
          </thead>
          <tbody>
            {days.map((each) => (
              <tr key={each.day}>
                <th>{dayName(each.day)}</th>
                <td>{each.contained}</td>
                <td>{each.escalated}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
