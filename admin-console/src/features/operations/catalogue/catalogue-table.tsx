import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Chip } from '../../../shared/chips.tsx';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { NONE } from '../../../shared/words.ts';
import type { Bounds, Operation } from '../api/types.ts';
import { isNone } from '../bounds/model.ts';
import classes from '../operations.module.css';
import { SupplyChip } from '../suppliers/supply-chip.tsx';
import { useMoneyWords } from '../use-money.ts';
import { ASSURANCES, approvalWords, limitWords, RISKS } from '../words.ts';

interface CatalogueTableProps {
  rows: readonly Operation[];
  bounds: Record<string, Bounds>;
}

export function CatalogueTable({ rows, bounds }: CatalogueTableProps) {
  const navigate = useNavigate({ from: '/operations' });
  const money = useMoneyWords();
  const columns = useMemo(() => columnsFor(bounds, money), [bounds, money]);
  return (
    <DataTable
      label="Operations"
      columns={columns}
      rows={rows}
      rowId={({ name }) => name}
      onOpen={({ name }) => void navigate({ search: { operation: name } })}
    />
  );
}

function columnsFor(
  bounds: Record<string, Bounds>,
  money: (minor: number, currency: string) => string,
): Column<Operation>[] {
  return [
    {
      id: 'name',
      header: 'Operation',
      sort: ({ title }) => title.toLowerCase(),
      cell: (operation) => {
        const { name, title, summary, supply } = operation;
        return (
          <>
            <Link to="/operations" search={{ operation: name }} className={classes.name}>
              {title}
            </Link>
            <BoundChip bounds={bounds[name]} />
            <SupplyChip supply={supply} />
            <span className={classes.sub}>{summary}</span>
            <span className={classes.phoneOnly}>
              <SuppliedBy operation={operation} />
            </span>
          </>
        );
      },
    },
    {
      id: 'supplied',
      header: 'Supplied by',
      wideOnly: true,
      sort: ({ suppliedBy }) => suppliedBy ?? '',
      cell: (operation) => <SuppliedBy operation={operation} />,
    },
    {
      id: 'risk',
      header: 'Risk',
      width: 152,
      sort: ({ risk }) => RISK_ORDER.indexOf(risk),
      cell: ({ risk }) => (
        <Chip color={RISKS[risk].colour} title={RISKS[risk].meaning}>
          {RISKS[risk].label}
        </Chip>
      ),
    },
    {
      id: 'assurance',
      header: 'Customer is',
      wideOnly: true,
      cell: ({ assurance }) => ASSURANCES[assurance],
    },
    {
      id: 'asks',
      header: 'Agrees',
      wideOnly: true,
      cell: (row) =>
        [
          row.confirmation === 'CUSTOMER' ? 'the customer' : '',
          row.approval && row.approval.when !== 'NEVER' ? approvalWords(row, money) : '',
        ]
          .filter(Boolean)
          .join('; ') || NONE,
    },
    {
      id: 'limits',
      header: 'Limits of the catalogue',
      wideOnly: true,
      cell: ({ limits = [] }) =>
        limits.length === 0
          ? NONE
          : limits.map((limit) => (
              <span key={JSON.stringify(limit)} className={classes.line}>
                {limitWords(limit, money)}
              </span>
            )),
    },
  ];
}

function SuppliedBy({ operation: { suppliedBy, supply } }: { operation: Operation }) {
  const others = (supply?.could ?? []).filter((each) => each !== suppliedBy);
  return (
    <>
      {suppliedBy ?? <span className={classes.none}>nobody here</span>}
      {others.length > 0 && <span className={classes.sub}>could: {others.join(', ')}</span>}
    </>
  );
}

const RISK_ORDER: Operation['risk'][] = ['READ', 'CHANGE', 'MONEY', 'IRREVERSIBLE'];

function BoundChip({ bounds }: { bounds: Bounds | undefined }) {
  if (!bounds || isNone(bounds)) return null;
  return (
    <span className={classes.beside}>
      {bounds.off ? <Chip color="red">Switched off</Chip> : <Chip color="iris">Stricter here</Chip>}
    </span>
  );
}
