import { Ago } from '@openteller/web-kit';
import { IconAlertTriangle, IconUserCheck } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { Chip } from '../../../shared/chips.tsx';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import classes from '../../../shared/drafts/list.module.css';
import { NONE, plural } from '../../../shared/words.ts';
import type { ConnectorRow } from '../api/stored.ts';

interface ConnectorTableProps {
  rows: readonly ConnectorRow[];
}

export function ConnectorTable({ rows }: ConnectorTableProps) {
  const navigate = useNavigate();
  return (
    <DataTable
      label="Connectors"
      columns={COLUMNS}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/connectors/$id', params: { id: row.id } })}
    />
  );
}

const COLUMNS: Column<ConnectorRow>[] = [
  {
    id: 'name',
    header: 'Connector',
    sort: (row) => row.id,
    cell: (row) => <Name row={row} />,
  },
  {
    id: 'operations',
    header: 'Operations',
    wideOnly: true,
    align: 'end',
    sort: (row) => row.operations,
    cell: ({ operations }) => operations,
  },
  {
    id: 'published',
    header: 'Published',
    wideOnly: true,
    sort: (row) => row.published?.publishedAt ?? '',
    cell: ({ published }) =>
      published ? (
        <>
          version {published.version}
          <span className={classes.sub}>
            {published.askedBy}, approved by {published.approvedBy}, <Ago at={published.publishedAt} />
          </span>
        </>
      ) : (
        <span className={classes.none}>never published</span>
      ),
  },
  {
    id: 'draft',
    header: 'Draft',
    wideOnly: true,
    cell: ({ draft }) =>
      draft ? (
        <>
          {draft.changedBy}
          <span className={classes.sub}>
            <Ago at={draft.changedAt} />
          </span>
        </>
      ) : (
        NONE
      ),
  },
  {
    id: 'findings',
    header: 'Problems',
    wideOnly: true,
    sort: (row) => row.findings,
    cell: ({ findings }) =>
      findings > 0 ? (
        <span className={classes.problems}>
          <IconAlertTriangle size={15} stroke={1.9} aria-hidden /> {plural(findings, 'problem')}
        </span>
      ) : (
        'none'
      ),
  },
];

function Name({ row }: { row: ConnectorRow }) {
  return (
    <div className={classes.title}>
      <Link to="/connectors/$id" params={{ id: row.id }} className={classes.link}>
        {row.title || row.id}
      </Link>
      <span className={classes.chips}>
        {row.waiting && (
          <Link
            to="/connectors/$id"
            params={{ id: row.id }}
            search={{ tab: 'review' }}
            className={classes.waiting}
          >
            <IconUserCheck size={14} stroke={2} aria-hidden /> waits for a second person
          </Link>
        )}
        {row.inUse && <Chip color="green">in use</Chip>}
        {!row.inUse && row.published && <Chip color="gray">out of use</Chip>}
        <span className={classes.narrow}>
          {row.published ? `version ${row.published.version}` : 'never published'}
          {row.draft && ' · draft'}
          {row.findings > 0 && ` · ${plural(row.findings, 'problem')}`}
        </span>
      </span>
      <span className={classes.sub}>{row.id}</span>
    </div>
  );
}
