import { Ago } from '@openteller/web-kit';
import { IconAlertTriangle, IconUserCheck } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import classes from '../../../shared/drafts/list.module.css';
import { useCan } from '../../../shared/me.tsx';
import { count, NONE, plural } from '../../../shared/words.ts';
import type { ProcedureRow } from '../api/types.ts';
import { said } from '../model/languages.ts';
import { RowMenu } from './row-menu.tsx';

interface ProcedureTableProps {
  rows: readonly ProcedureRow[];
  languages: readonly string[];
}

export function ProcedureTable({ rows, languages }: ProcedureTableProps) {
  const navigate = useNavigate();
  const mayArchive = useCan('PROCEDURE_APPROVE');
  const counted = rows.some(({ runsOpen }) => runsOpen !== undefined);
  const columns = useMemo(
    () => columnsFor(languages, mayArchive).filter(({ id }) => id !== 'runs' || counted),
    [languages, mayArchive, counted],
  );
  return (
    <DataTable
      label="Procedures"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/procedures/$id', params: { id: row.id } })}
    />
  );
}

function columnsFor(languages: readonly string[], mayArchive: boolean): Column<ProcedureRow>[] {
  const all: Column<ProcedureRow>[] = [
    {
      id: 'title',
      header: 'Procedure',
      sort: (row) => said(row.title, languages).toLowerCase(),
      cell: (row) => <Title row={row} title={said(row.title, languages) || row.id} />,
    },
    {
      id: 'published',
      header: 'In force',
      wideOnly: true,
      sort: (row) => row.publishedVersion ?? 0,
      cell: ({ publishedVersion, publishedAt }) =>
        publishedVersion ? (
          <>
            version {publishedVersion}
            {publishedAt && (
              <span className={classes.sub}>
                <Ago at={publishedAt} />
              </span>
            )}
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
    {
      id: 'runs',
      header: 'Running',
      wideOnly: true,
      align: 'end',
      sort: (row) => row.runsOpen ?? 0,
      cell: ({ runsOpen = 0 }) => (runsOpen > 0 ? count(runsOpen) : NONE),
    },
  ];
  return mayArchive
    ? [
        ...all,
        { id: 'more', header: 'Actions', align: 'end', width: 90, cell: (row) => <RowMenu row={row} /> },
      ]
    : all;
}

function Title({ row, title }: { row: ProcedureRow; title: string }) {
  return (
    <div className={classes.title}>
      <Link to="/procedures/$id" params={{ id: row.id }} className={classes.link}>
        {title}
      </Link>
      <span className={classes.chips}>
        {row.waiting && (
          <Link
            to="/procedures/$id"
            params={{ id: row.id }}
            search={{ page: 'review' }}
            className={classes.waiting}
          >
            <IconUserCheck size={14} stroke={2} aria-hidden /> waits for a second person
          </Link>
        )}
        {!row.waiting && row.refused && (
          <Chip color="orange" title={`${row.refused.by}: “${row.refused.reason}”`}>
            refused
          </Chip>
        )}
        {row.shipped && <Chip color="gray">shipped</Chip>}
        {row.archived && <Chip color="gray">archived</Chip>}
        <span className={classes.narrow}>
          {row.publishedVersion ? `version ${row.publishedVersion}` : 'never published'}
          {row.draft && ' · draft'}
          {row.findings > 0 && ` · ${plural(row.findings, 'problem')}`}
        </span>
      </span>
      <span className={classes.sub}>{row.id}</span>
    </div>
  );
}
