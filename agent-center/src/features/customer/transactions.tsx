import { Badge, TextInput } from '@mantine/core';
import { type CustomerView, dayLabel, MoneyText, useNow } from '@openteller/web-kit';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useMemo, useState } from 'react';
import { humanise } from '../../shared/desk/words.ts';
import { useMe } from '../../shared/me.tsx';
import classes from './customer-panel.module.css';

type Transaction = NonNullable<CustomerView['transactions']>[number];

/** What moved on the accounts, newest first, by day. */
export function Transactions({ transactions }: { transactions: readonly Transaction[] }) {
  const { locale } = useMe().bank;
  const now = useNow(60_000);
  const [text, setText] = useState('');
  const days = useMemo(() => byDay(transactions, text, now), [transactions, text, now]);
  if (transactions.length === 0)
    return <p className={classes.empty}>No transactions in the period the bank sent.</p>;
  return (
    <>
      <div className={classes.filter}>
        <TextInput
          size="xs"
          aria-label="Find a transaction"
          placeholder="Merchant or category"
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {days.length === 0 && <p className={classes.empty}>No transaction matches “{text}”.</p>}
      {days.map(([day, entries]) => (
        <Fragment key={day}>
          <h3 className={classes.day}>{day}</h3>
          <ul className={classes.list}>
            {entries.map((entry) => (
              <li key={entry.ref}>
                <div className={classes.grow}>
                  <div className={classes.main}>{entry.merchant}</div>
                  <div className={classes.minor}>
                    {humanise(entry.kind)} · {humanise(entry.category)}
                    {entry.disputed && (
                      <Badge ml={6} size="xs" color="red" variant="light">
                        Disputed
                      </Badge>
                    )}
                  </div>
                </div>
                <span className={classes.amount}>
                  <MoneyText money={entry.amount} locale={locale} signed />
                </span>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}

function byDay(transactions: readonly Transaction[], text: string, now: number): [string, Transaction[]][] {
  const wanted = text.trim().toLowerCase();
  const days = new Map<string, Transaction[]>();
  for (const entry of transactions) {
    if (wanted && !`${entry.merchant} ${humanise(entry.category)}`.toLowerCase().includes(wanted)) continue;
    const day = dayLabel(entry.postedAt, now);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
