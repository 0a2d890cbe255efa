import { type AuditEvent, exactTime } from '@openteller/web-kit';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { count } from '../../shared/words.ts';
import classes from './audit.module.css';

const SHOWN = 12;

const COLUMNS: Column<AuditEvent>[] = [
  {
    id: 'number',
    header: 'Number',
    width: 96,
    cell: (row) => <span className={classes.number}>{count(row.number)}</span>,
  },
  { id: 'action', header: 'Action', cell: (row) => <code className={classes.action}>{row.action}</code> },
  { id: 'subject', header: 'On what', cell: (row) => <span className={classes.subject}>{row.subject}</span> },
  { id: 'actor', header: 'Who', width: 190, cell: (row) => row.actor?.name ?? 'Platform' },
  {
    id: 'at',
    header: 'When',
    width: 230,
    wideOnly: true,
    cell: (row) => <time dateTime={row.at}>{exactTime(row.at)}</time>,
  },
  {
    id: 'hash',
    header: 'Fingerprint',
    width: 150,
    wideOnly: true,
    cell: (row) => (
      <code className={classes.hash} title={row.hash}>
        {row.hash.slice(0, SHOWN)}
      </code>
    ),
  },
];

export function AuditTable({ events, broken }: { events: AuditEvent[]; broken: number | undefined }) {
  const marked = useMemo(
    () => (row: AuditEvent) => (row.number === broken ? ('danger' as const) : undefined),
    [broken],
  );
  return (
    <DataTable
      label="Audit events"
      columns={COLUMNS}
      rows={events}
      rowId={(row) => String(row.number)}
      marked={marked}
    />
  );
}
