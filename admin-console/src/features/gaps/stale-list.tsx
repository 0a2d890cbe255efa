import { dayOf, EmptyState, ErrorState, Rows, type StaleDocument } from '@openteller/web-kit';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '../../shared/chips.tsx';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Card } from '../../shared/page.tsx';
import { humanise, NONE } from '../../shared/words.ts';
import { staleQuery } from './api.ts';
import classes from './gaps.module.css';

const REASONS: Record<StaleDocument['reason'], { label: string; colour: string; todo: string }> = {
  REVIEW_DUE: { label: 'Review overdue', colour: 'red', todo: 'Read it and set the next day' },
  EXPIRES_SOON: { label: 'Expires soon', colour: 'orange', todo: 'Write the version that follows' },
  NEVER_CITED: {
    label: 'Never cited',
    colour: 'gray',
    todo: 'Ask what it should answer; maybe it is not found',
  },
  OLD: { label: 'Long unchanged', colour: 'yellow', todo: 'Check that it is still true' },
};

const COLUMNS: Column<StaleDocument>[] = [
  {
    id: 'title',
    header: 'Document',
    sort: (row) => row.title.toLowerCase(),
    cell: (row) => (
      <Link to="/knowledge/$slug" params={{ slug: row.slug }} className={classes.title} dir="auto">
        {row.title}
      </Link>
    ),
  },
  {
    id: 'reason',
    header: 'Why',
    width: 170,
    sort: (row) => row.reason,
    cell: (row) => {
      const known = REASONS[row.reason] ?? { label: humanise(row.reason), colour: 'gray' };
      return <Chip color={known.colour}>{known.label}</Chip>;
    },
  },
  {
    id: 'todo',
    header: 'What helps',
    wideOnly: true,
    cell: (row) => <span className={classes.sub}>{REASONS[row.reason]?.todo}</span>,
  },
  {
    id: 'owner',
    header: 'Owner',
    width: 160,
    wideOnly: true,
    sort: (row) => row.owner ?? '',
    cell: (row) => row.owner ?? <span className={classes.sub}>Nobody</span>,
  },
  {
    id: 'at',
    header: 'Since / until',
    width: 140,
    wideOnly: true,
    sort: (row) => row.at ?? row.reviewDue ?? '',
    cell: (row) => {
      const day = row.at ?? row.reviewDue;
      return day ? dayOf(day) : NONE;
    },
  },
];

/** Documents that somebody should look at before customers notice. */
export function StaleList() {
  const stale = useQuery(staleQuery);
  const navigate = useNavigate();
  return (
    <Card flush>
      {stale.isPending ? (
        <div className={classes.loading}>
          <Rows count={5} height={44} />
        </div>
      ) : stale.isError && !stale.data ? (
        <ErrorState
          error={stale.error}
          title="The list could not be loaded"
          retry={() => void stale.refetch()}
        />
      ) : stale.data.length === 0 ? (
        <EmptyState
          kind="done"
          icon={<IconCalendarCheck size={26} stroke={1.6} />}
          title="Everything is looked after"
          text="No review is overdue, nothing expires soon, and every document is being used."
        />
      ) : (
        <DataTable
          label="Documents to look at"
          columns={COLUMNS}
          rows={stale.data}
          rowId={(row) => `${row.slug} ${row.reason}`}
          onOpen={(row) => void navigate({ to: '/knowledge/$slug', params: { slug: row.slug } })}
        />
      )}
    </Card>
  );
}
