import { Skeleton } from '@mantine/core';
import { dayOf, EmptyState, type ModelPrice } from '@openteller/web-kit';
import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { NONE } from '../../../shared/words.ts';
import { pricesQuery } from '../api/prices.ts';
import classes from '../models.module.css';
import { useMoney } from '../use-money.ts';

/** What a million tokens cost. Banks read it; the operator of the platform keeps it. */
export function PricesTab() {
  const prices = useQuery(pricesQuery);
  return (
    <Loaded
      query={prices}
      title="The prices could not be loaded"
      waiting={<Skeleton height={360} radius="lg" />}
    >
      {({ currency, items }) =>
        items.length === 0 ? (
          <Card>
            <EmptyState
              kind="first"
              icon={<IconCoins size={26} stroke={1.6} />}
              title="No model has a price"
              text="Costs are counted as nothing until the operator of the platform writes the price list. Budgets of tokens hold all the same."
            />
          </Card>
        ) : (
          <Card
            title="Price list"
            hint="For a million tokens. The operator of the platform keeps it; each call is charged by the price of its day"
            className={classes.readable}
            flush
          >
            <PriceTable items={items} currency={currency} />
          </Card>
        )
      }
    </Loaded>
  );
}

function PriceTable({ items, currency }: { items: ModelPrice[]; currency: string | undefined }) {
  const money = useMoney(currency);
  const columns = useMemo(
    (): Column<ModelPrice>[] => [
      {
        id: 'model',
        header: 'Model',
        sort: (row) => row.model,
        cell: (row) => (
          <>
            <code>{row.model}</code>
            <span className={classes.under}>{row.plugin ?? 'any provider'}</span>
          </>
        ),
      },
      { id: 'input', header: 'Question', align: 'end', cell: (row) => money(row.inputPerMillionMinor) },
      { id: 'output', header: 'Answer', align: 'end', cell: (row) => money(row.outputPerMillionMinor) },
      {
        id: 'from',
        header: 'Since',
        wideOnly: true,
        cell: (row) => (row.from ? dayOf(row.from) : NONE),
      },
    ],
    [money],
  );
  return (
    <DataTable
      label="Prices"
      columns={columns}
      rows={items}
      rowId={(row) => `${row.plugin ?? ''} ${row.model} ${row.from ?? ''}`}
    />
  );
}
