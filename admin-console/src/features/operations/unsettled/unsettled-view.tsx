import { Ago, EmptyState, Rows } from '@openteller/web-kit';
import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '../../../shared/chips.tsx';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { count } from '../../../shared/words.ts';
import type { UnsettledCall, UnsettledCounts } from '../api/types.ts';
import { unsettledQuery } from '../api/unsettled.ts';
import classes from '../operations.module.css';
import { RISKS } from '../words.ts';
import { StandingChip } from './standing-chip.tsx';

/** What waits for people first; then what the platform is still asking the bank about. */
export function UnsettledView() {
  const unsettled = useQuery(unsettledQuery);
  const navigate = useNavigate({ from: '/operations' });
  return (
    <Loaded
      query={unsettled}
      title="The unsettled operations could not be loaded"
      waiting={
        <Card>
          <Rows count={5} height={52} />
        </Card>
      }
    >
      {({ operations, counts }) => (
        <>
          <Counts counts={counts} />
          <Card flush>
            {operations.length === 0 ? (
              <EmptyState
                kind="done"
                icon={<IconChecks size={26} stroke={1.6} />}
                title="Everything is settled"
                text="When the bank does not answer a call, the platform asks what became of it. After ten questions without an answer it appears here for a person."
              />
            ) : (
              <DataTable
                label="Unsettled operations"
                columns={COLUMNS}
                rows={operations}
                rowId={({ callId }) => callId}
                onOpen={({ callId }) => void navigate({ search: { call: callId } })}
              />
            )}
          </Card>
        </>
      )}
    </Loaded>
  );
}

function Counts({ counts }: { counts: UnsettledCounts }) {
  const tiles = [
    { label: 'Wait for a person', value: counts.people },
    { label: 'Wait for a second person', value: counts.second },
    { label: 'The bank is being asked', value: counts.asking },
  ];
  return (
    <ul className={classes.counts}>
      {tiles.map(({ label, value }) => (
        <li key={label}>
          <span className={classes.countLabel}>{label}</span>
          <span className={classes.countValue}>{count(value)}</span>
        </li>
      ))}
    </ul>
  );
}

const COLUMNS: Column<UnsettledCall>[] = [
  {
    id: 'operation',
    header: 'Operation',
    cell: (row) => (
      <>
        <Link to="/operations" search={{ call: row.callId }} className={classes.name}>
          {row.title}
        </Link>
        <span className={classes.sub}>{row.reason || 'no answer yet'}</span>
        <span className={classes.phoneOnly}>
          <StandingChip call={row} />
        </span>
      </>
    ),
  },
  { id: 'customer', header: 'Customer', wideOnly: true, cell: ({ customer }) => customer },
  {
    id: 'risk',
    header: 'Risk',
    width: 152,
    wideOnly: true,
    cell: ({ risk }) => (
      <Chip color={RISKS[risk].colour} title={RISKS[risk].meaning}>
        {RISKS[risk].label}
      </Chip>
    ),
  },
  { id: 'standing', header: 'Stands', wideOnly: true, cell: (row) => <StandingChip call={row} /> },
  {
    id: 'attempts',
    header: 'Asked',
    wideOnly: true,
    align: 'end',
    sort: ({ attempts }) => attempts,
    cell: ({ attempts }) => `${count(attempts + 1)}×`,
  },
  {
    id: 'since',
    header: 'Since',
    align: 'end',
    sort: ({ since }) => since,
    cell: ({ since }) => <Ago at={since} />,
  },
];
