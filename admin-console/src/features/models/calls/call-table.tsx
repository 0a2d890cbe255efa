import { UnstyledButton } from '@mantine/core';
import { Ago, type ModelCallRow } from '@openteller/web-kit';
import { useMemo } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { count, millis, NONE } from '../../../shared/words.ts';
import classes from '../models.module.css';
import { useMoney } from '../use-money.ts';
import { outcomeOf, taskOf } from '../words.ts';

export function CallTable({ rows, onOpen }: { rows: ModelCallRow[]; onOpen: (id: string) => void }) {
  const money = useMoney();
  const columns = useMemo(
    (): Column<ModelCallRow>[] => [
      {
        id: 'task',
        header: 'Call',
        cell: (row) => (
          <>
            <UnstyledButton className={classes.openCall ?? ''} onClick={() => onOpen(row.id)}>
              {taskOf(row.task).title}
            </UnstyledButton>
            <span className={classes.under}>
              {row.model}
              {row.shadowOf && ' · in the shadow'}
            </span>
          </>
        ),
      },
      {
        id: 'outcome',
        header: 'Outcome',
        cell: (row) => <Chip color={outcomeOf(row.outcome).colour}>{outcomeOf(row.outcome).label}</Chip>,
      },
      { id: 'at', header: 'When', wideOnly: true, cell: (row) => <Ago at={row.at} /> },
      { id: 'millis', header: 'Took', align: 'end', cell: (row) => millis(row.millis) },
      {
        id: 'tokens',
        header: 'Tokens',
        align: 'end',
        wideOnly: true,
        cell: (row) => count(row.tokens ?? 0),
      },
      {
        id: 'cost',
        header: 'Cost',
        align: 'end',
        wideOnly: true,
        cell: (row) => (row.costMinor === undefined ? NONE : money(row.costMinor)),
      },
    ],
    [money, onOpen],
  );
  return (
    <DataTable
      label="Calls of models"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
    />
  );
}
