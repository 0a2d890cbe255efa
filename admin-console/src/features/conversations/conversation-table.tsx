import { Ago, type ConversationSummary } from '@openteller/web-kit';
import { IconStarFilled } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { OwnerChip, RouteChip } from '../../shared/chips.tsx';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { humanise, languageName, NONE, plural } from '../../shared/words.ts';
import classes from './conversations.module.css';

const COLUMNS: Column<ConversationSummary>[] = [
  {
    id: 'customer',
    header: 'Customer',
    cell: (row) => (
      <span className={classes.person}>
        <Link to="/conversations/$id" params={{ id: row.id }} className={classes.name} dir="auto">
          {row.customerName}
        </Link>
        <span className={classes.sub}>
          {row.intent ? humanise(row.intent) : 'Nothing understood yet'} ·{' '}
          {plural(row.messageCount, 'message')}
        </span>
      </span>
    ),
  },
  { id: 'owner', header: 'Who has it', width: 140, cell: (row) => <OwnerChip owner={row.owner} /> },
  {
    id: 'route',
    header: 'Last decision',
    width: 140,
    wideOnly: true,
    cell: (row) => (row.lastRoute ? <RouteChip route={row.lastRoute} /> : <None />),
  },
  {
    id: 'language',
    header: 'Language',
    width: 120,
    wideOnly: true,
    cell: (row) => (row.language ? languageName(row.language) : <None />),
  },
  { id: 'channel', header: 'Channel', width: 110, wideOnly: true, cell: (row) => humanise(row.channel) },
  {
    id: 'csat',
    header: 'Rating',
    width: 90,
    wideOnly: true,
    cell: (row) =>
      row.csat ? (
        <span className={classes.rating}>
          <IconStarFilled size={13} aria-hidden /> {row.csat} / 5
        </span>
      ) : (
        <None />
      ),
  },
  {
    id: 'updated',
    header: 'Last message',
    width: 130,
    align: 'end',
    wideOnly: true,
    cell: (row) => <Ago at={row.updatedAt} />,
  },
];

/** In the server's order (newest first); not sortable, because only a part of it is here. */
export function ConversationTable({ rows }: { rows: ConversationSummary[] }) {
  const navigate = useNavigate();
  return (
    <DataTable
      label="Conversations"
      columns={COLUMNS}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/conversations/$id', params: { id: row.id } })}
    />
  );
}

function None() {
  return <span className={classes.none}>{NONE}</span>;
}
