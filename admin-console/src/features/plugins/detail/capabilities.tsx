import type { Plugin } from '@openteller/web-kit';
import { Chip } from '../../../shared/chips.tsx';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { humanise } from '../../../shared/words.ts';
import classes from '../plugins.module.css';

type Operation = Plugin['capabilities'][number]['operations'][number] & { capability: string };

const ASSURANCE: Record<string, string> = {
  ANONYMOUS: 'Nobody needs to be known',
  IDENTIFIED: 'Signed in at the bank',
  STEPPED_UP: 'One-time code',
};
const RISKS: Record<string, string> = {
  READ: 'blue',
  LOW: 'blue',
  WRITE: 'orange',
  CHANGE: 'orange',
  MEDIUM: 'orange',
  HIGH: 'red',
  MONEY: 'red',
};

const COLUMNS: Column<Operation>[] = [
  {
    id: 'name',
    header: 'Operation',
    cell: (row) => (
      <span>
        <span className={classes.operation}>{humanise(row.name)}</span>
        <span className={classes.sub}> {humanise(row.capability)}</span>
      </span>
    ),
  },
  {
    id: 'risk',
    header: 'Risk class',
    cell: (row) => <Chip color={RISKS[row.riskClass] ?? 'gray'}>{humanise(row.riskClass)}</Chip>,
  },
  {
    id: 'assurance',
    header: 'Customer must be',
    cell: (row) => ASSURANCE[row.assurance] ?? humanise(row.assurance),
  },
  {
    id: 'reversible',
    header: 'Can be undone',
    wideOnly: true,
    cell: (row) => (row.reversible ? 'Yes' : 'No'),
  },
  {
    id: 'idempotent',
    header: 'Safe to repeat',
    wideOnly: true,
    cell: (row) => (row.idempotent ? 'Yes' : 'No'),
  },
];

export function Capabilities({ capabilities }: { capabilities: Plugin['capabilities'] }) {
  const rows = capabilities.flatMap((each) =>
    each.operations.map((operation) => ({ ...operation, capability: each.name })),
  );
  if (rows.length === 0) return <p className={classes.none}>It declares no operation.</p>;
  return (
    <DataTable
      label="Operations"
      columns={COLUMNS}
      rows={rows}
      rowId={(row) => `${row.capability} ${row.name}`}
    />
  );
}
