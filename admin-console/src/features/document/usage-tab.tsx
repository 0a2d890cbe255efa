import { BarChart } from '@mantine/charts';
import { Ago, EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { IconQuote } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { percent, plural } from '../../shared/words.ts';
import { usageQuery } from './api.ts';
import classes from './document.module.css';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayName = (iso: string) => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));

/** What became of the answers that cited it, in the last thirty days. */
export function UsageTab({ slug }: { slug: string }) {
  const usage = useQuery(usageQuery(slug));
  if (usage.isPending) return <Rows count={2} height={120} />;
  if (usage.isError && !usage.data) {
    return (
      <ErrorState
        error={usage.error}
        title="The usage could not be loaded"
        retry={() => void usage.refetch()}
      />
    );
  }
  const { cited, resolved, recontacted, thumbsDown, byDay, lastCited } = usage.data;
  if (cited === 0) {
    return (
      <EmptyState
        kind="first"
        icon={<IconQuote size={26} stroke={1.6} />}
        title="Not cited in the last 30 days"
        text={
          lastCited ? (
            <>
              The last answer from it was <Ago at={lastCited} />.
            </>
          ) : (
            'No answer was made from it yet. Ask a question it should answer to see whether it is found.'
          )
        }
      />
    );
  }
  const share = (part: number) => percent(part / cited);
  return (
    <>
      <dl className={classes.tiles}>
        <Tile name="Cited" value={cited} note="answers in 30 days" />
        <Tile name="Resolved" value={resolved} note={`${share(resolved)} ended there`} tone="ok" />
        <Tile name="Asked again" value={recontacted} note={`${share(recontacted)} came back`} tone="warn" />
        <Tile name="Thumbs down" value={thumbsDown} note={share(thumbsDown)} tone="danger" />
      </dl>
      {byDay.length > 0 && (
        <>
          <h2 className={classes.chartTitle}>Cited per day</h2>
          <div aria-hidden>
            <BarChart
              h={200}
              data={byDay.map((each) => ({ day: dayName(each.day), cited: each.cited }))}
              dataKey="day"
              series={[{ name: 'cited', label: 'Cited', color: 'iris.5' }]}
              gridAxis="x"
              tickLine="none"
              strokeDasharray="3 4"
              maxBarWidth={26}
              xAxisProps={{ interval: 'equidistantPreserveStart', minTickGap: 24 }}
              yAxisProps={{ allowDecimals: false, width: 34 }}
              barProps={{ isAnimationActive: false }}
              barChartProps={{ accessibilityLayer: false }}
            />
          </div>
          <p className="ot-visually-hidden">
            {byDay.map((each) => `${dayName(each.day)}: ${plural(each.cited, 'citation')}`).join('; ')}
          </p>
        </>
      )}
    </>
  );
}

function Tile({ name, value, note, tone }: { name: string; value: number; note: string; tone?: string }) {
  return (
    <div className={classes.tile} data-tone={value > 0 ? tone : undefined}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.tileValue}>{value}</span>
        <span className={classes.sub}>{note}</span>
      </dd>
    </div>
  );
}
