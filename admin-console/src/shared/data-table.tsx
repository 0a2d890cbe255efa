import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import classes from './data-table.module.css';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns });

export interface Column<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Makes the column sortable. Leave it out where only a page of the data is here: sorting a part would mislead. */
  sort?: (row: T) => string | number;
  align?: 'end';
  width?: number | string;
  /** Left out on a narrow screen; the first column then carries what matters. */
  wideOnly?: boolean;
}

interface DataTableProps<T> {
  label: string;
  columns: Column<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** For the pointer; the first column holds the real link. */
  onOpen?: (row: T) => void;
  marked?: (row: T) => 'danger' | 'selected' | undefined;
}

export function DataTable<T>({ label, columns, rows, rowId, onOpen, marked }: DataTableProps<T>) {
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, { row: T }, unknown> => ({
          id: column.id,
          header: column.header,
          accessorFn: ({ row }) => column.sort?.(row) ?? '',
          enableSorting: column.sort !== undefined,
        }),
      ),
    [columns],
  );
  const data = useMemo(() => rows.map((row) => ({ row })), [rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: ({ row }) => rowId(row) });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  return (
    <section className={classes.box} aria-label={label} tabIndex={0}>
      <Table className={classes.table ?? ''} verticalSpacing={9} horizontalSpacing="md">
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map(({ column, id }) => {
                const own = byId.get(column.id);
                const sorted = column.getIsSorted();
                return (
                  <Table.Th
                    key={id}
                    w={own?.width}
                    className={own?.wideOnly ? (classes.wideOnly ?? '') : ''}
                    ta={own?.align ?? 'start'}
                    {...(column.getCanSort() && {
                      'aria-sort': sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none',
                    })}
                  >
                    {column.getCanSort() ? (
                      <UnstyledButton
                        className={classes.sort ?? ''}
                        data-sorted={sorted || undefined}
                        onClick={column.getToggleSortingHandler()}
                      >
                        {own?.header}
                        <SortIcon sorted={sorted} />
                      </UnstyledButton>
                    ) : (
                      own?.header
                    )}
                  </Table.Th>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map(({ id, original }) => (
            <Table.Tr
              key={id}
              data-open={onOpen ? true : undefined}
              data-marked={marked?.(original.row)}
              onClick={(event) => {
                // Text that is being selected, links and buttons keep their own meaning.
                const own = event.target instanceof Element && event.target.closest('a,button');
                if (!own && window.getSelection()?.isCollapsed !== false) onOpen?.(original.row);
              }}
            >
              {columns.map((column) => (
                <Table.Td
                  key={column.id}
                  ta={column.align ?? 'start'}
                  data-align={column.align}
                  className={column.wideOnly ? (classes.wideOnly ?? '') : ''}
                >
                  {column.cell(original.row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function SortIcon({ sorted }: { sorted: false | 'asc' | 'desc' }) {
  const Icon = sorted === 'asc' ? IconArrowUp : sorted === 'desc' ? IconArrowDown : IconArrowsSort;
  return <Icon size={14} stroke={1.8} aria-hidden />;
}
