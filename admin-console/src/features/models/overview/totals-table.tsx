import { useMemo } from 'react';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { count, millis, percent } from '../../../shared/words.ts';
import classes from '../models.module.css';
import { type ModelTotal, nameOfKey } from './figures.ts';

export function TotalsTable({ totals, money }: { totals: ModelTotal[]; money: (minor: number) => string }) {
  const columns = useMemo(
    (): Column<ModelTotal>[] => [
      {
        id: 'model',
        header: 'Model',
        sort: (row) => nameOfKey(row.key),
        cell: (row) => (
          <>
            <strong>{nameOfKey(row.key)}</strong>
            <span className={classes.under}>{row.key.split(' ')[0]}</span>
          </>
        ),
      },
      {
        id: 'calls',
        header: 'Calls',
        align: 'end',
        sort: (row) => row.calls,
        cell: (row) => count(row.calls),
      },
      {
        id: 'failed',
        header: 'Failed',
        align: 'end',
        sort: (row) => row.failed / Math.max(1, row.calls),
        cell: (row) => percent(row.failed / row.calls, 1),
      },
      { id: 'p50', header: 'p50', align: 'end', wideOnly: true, cell: (row) => millis(row.p50) },
      { id: 'p95', header: 'p95', align: 'end', wideOnly: true, cell: (row) => millis(row.p95) },
      {
        id: 'tokens',
        header: 'Tokens',
        align: 'end',
        wideOnly: true,
        sort: (row) => row.tokens,
        cell: (row) => count(row.tokens),
      },
      {
        id: 'cost',
        header: 'Cost',
        align: 'end',
        sort: (row) => row.costMinor,
        cell: (row) => (row.unpriced > 0 && row.unpriced === row.calls ? 'no price' : money(row.costMinor)),
      },
    ],
    [money],
  );
  if (totals.length === 0) return <p className={classes.noneHere}>No model was asked.</p>;
  return <DataTable label="Models" columns={columns} rows={totals} rowId={(row) => row.key} />;
}
