import type { OperationUsage } from '@openteller/web-kit';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { Card } from '../../../shared/page.tsx';
import { count, humanise, millis } from '../../../shared/words.ts';
import classes from '../plugins.module.css';

const COLUMNS: Column<OperationUsage>[] = [
  {
    id: 'operation',
    header: 'Operation',
    sort: (row) => row.operation,
    cell: (row) => <strong>{humanise(row.operation)}</strong>,
  },
  { id: 'calls', header: 'Calls', align: 'end', sort: (row) => row.calls, cell: (row) => count(row.calls) },
  {
    id: 'failed',
    header: 'Failed',
    align: 'end',
    sort: (row) => row.failed,
    cell: (row) => count(row.failed),
  },
  {
    id: 'held',
    header: 'Held back',
    align: 'end',
    wideOnly: true,
    sort: (row) => row.held ?? 0,
    cell: (row) => count(row.held ?? 0),
  },
  { id: 'p50', header: 'p50', align: 'end', wideOnly: true, cell: (row) => millis(row.p50Millis) },
  {
    id: 'p95',
    header: 'p95',
    align: 'end',
    sort: (row) => row.p95Millis ?? 0,
    cell: (row) => millis(row.p95Millis),
  },
];

/** The same time, operation by operation. */
export function Operations({ operations }: { operations: OperationUsage[] }) {
  if (operations.length === 0) return null;
  return (
    <Card title="By operation" className={classes.below} flush>
      <DataTable label="By operation" columns={COLUMNS} rows={operations} rowId={(row) => row.operation} />
    </Card>
  );
}
