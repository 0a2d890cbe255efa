import { SegmentedControl } from '@mantine/core';
import { EmptyState, ErrorState } from '@openteller/web-kit';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Page } from '../../shared/page.tsx';
import { OpenWork } from '../operations/open-work.tsx';
import { BreakDowns } from './break-downs.tsx';
import classes from './dashboard.module.css';
import { DashboardSkeleton } from './dashboard-skeleton.tsx';
import { DayChart } from './day-chart.tsx';
import { overviewQuery } from './overview.ts';
import { DEFAULT_SPAN, SPANS, type Span } from './search.ts';
import { Tiles } from './tiles.tsx';
import { Unanswered } from './unanswered.tsx';

/** How the assistant did, from what the platform counted; nothing here is estimated. */
export function DashboardPage() {
  const { days = DEFAULT_SPAN } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const overview = useQuery(overviewQuery(days));
  const { data } = overview;
  return (
    <Page
      title="Dashboard"
      lead="What customers asked, what the assistant answered by itself, and what went to people."
      wide
      actions={
        <SegmentedControl
          aria-label="Time span"
          value={String(days)}
          data={SPANS.map((span) => ({ value: String(span), label: `${span} days` }))}
          onChange={(value) => void navigate({ search: { days: Number(value) as Span }, replace: true })}
        />
      }
    >
      <OpenWork />
      {overview.isError && !data ? (
        <Card>
          <ErrorState
            error={overview.error}
            title="The numbers could not be loaded"
            retry={() => void overview.refetch()}
            retrying={overview.isFetching}
          />
        </Card>
      ) : !data ? (
        <DashboardSkeleton />
      ) : (
        <div className={classes.grid} aria-busy={overview.isPlaceholderData || undefined}>
          <Tiles overview={data} />
          {data.conversations === 0 ? (
            <Card className={classes.full}>
              <EmptyState
                kind="first"
                icon={<IconChartBar size={26} stroke={1.6} />}
                title={`No conversations in the last ${days} days`}
                text="Numbers appear here as soon as a customer writes in the widget. Shares and times stay empty until there is something to count."
              />
            </Card>
          ) : (
            <>
              <DayChart days={data.byDay} />
              <Unanswered items={data.unanswered} days={days} />
              <BreakDowns overview={data} />
            </>
          )}
        </div>
      )}
    </Page>
  );
}
