import { ActionIcon, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Ago, toast, toastProblem } from '@openteller/web-kit';
import {
  IconAlertTriangle,
  IconArchive,
  IconDots,
  IconHistory,
  IconPencil,
  IconUserCheck,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { useCan } from '../../../shared/me.tsx';
import { count, NONE, plural } from '../../../shared/words.ts';
import { archive } from '../api/archive.ts';
import type { ProcedureRow } from '../api/types.ts';
import { said } from '../model/languages.ts';
import classes from './list.module.css';

interface ProcedureTableProps {
  rows: readonly ProcedureRow[];
  languages: readonly string[];
}

export function ProcedureTable({ rows, languages }: ProcedureTableProps) {
  const navigate = useNavigate();
  const mayWrite = useCan('PROCEDURE_WRITE');
  const columns = useMemo(() => columnsFor(languages, mayWrite), [languages, mayWrite]);
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

function columnsFor(languages: readonly string[], mayWrite: boolean): Column<ProcedureRow>[] {
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
      sort: (row) => row.runsOpen,
      cell: ({ runsOpen }) => (runsOpen > 0 ? count(runsOpen) : NONE),
    },
  ];
  return mayWrite
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

function RowMenu({ row }: { row: ProcedureRow }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const put = useMutation({
    mutationFn: () => archive(row.id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['procedures'] });
      toast(`“${row.id}” is archived`);
    },
    onError: (error) => toastProblem(error, 'It could not be archived'),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Archive “${row.id}”?`,
      children:
        row.runsOpen > 0
          ? `Nothing begins it any more. ${plural(row.runsOpen, 'conversation')} that run on it finish.`
          : 'Nothing begins it any more. Its versions stay.',
      labels: { confirm: 'Archive', cancel: 'Cancel' },
      onConfirm: () => put.mutate(),
    });
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`More for ${row.id}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} />}
          onClick={() => void navigate({ to: '/procedures/$id', params: { id: row.id } })}
        >
          Open
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory size={16} />}
          onClick={() =>
            void navigate({ to: '/procedures/$id', params: { id: row.id }, search: { page: 'versions' } })
          }
        >
          Versions
        </Menu.Item>
        {!row.archived && (
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={ask}>
            Archive
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
