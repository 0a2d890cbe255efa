import { Badge } from '@mantine/core';
import { type CustomerView, dayOf, MoneyText } from '@openteller/web-kit';
import { IconBuildingBank, IconChartLine, IconCreditCard } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { humanise } from '../../shared/desk/words.ts';
import { useMe } from '../../shared/me.tsx';
import classes from './customer-panel.module.css';

/** Cards, loans and investments. */
export function Products({ view }: { view: CustomerView }) {
  const { locale } = useMe().bank;
  const { cards = [], loans = [], investments = [] } = view;
  if (cards.length + loans.length + investments.length === 0) {
    return <p className={classes.empty}>No cards, loans or investments.</p>;
  }
  return (
    <>
      <Group title="Cards" count={cards.length}>
        {cards.map((card) => (
          <li key={card.ref}>
            <span className={classes.icon}>
              <IconCreditCard size={18} aria-hidden />
            </span>
            <div className={classes.grow}>
              <div className={classes.main}>
                {card.network} {humanise(card.kind).toLowerCase()}
              </div>
              <div className={classes.minor}>··{card.last4}</div>
            </div>
            <Badge size="sm" variant="light" color={card.status === 'ACTIVE' ? 'teal' : 'red'} tt="none">
              {humanise(card.status)}
            </Badge>
          </li>
        ))}
      </Group>
      <Group title="Loans" count={loans.length}>
        {loans.map((loan) => (
          <li key={`${loan.kind}${loan.outstanding.amountMinor}`}>
            <span className={classes.icon}>
              <IconBuildingBank size={18} aria-hidden />
            </span>
            <div className={classes.grow}>
              <div className={classes.main}>{humanise(loan.kind)} loan</div>
              <div className={classes.minor}>
                {(loan.annualRateBps / 100).toFixed(2)} % ·{' '}
                <MoneyText money={loan.instalment} locale={locale} /> due {dayOf(loan.nextDue)}
              </div>
            </div>
            <span className={classes.amount}>
              <MoneyText money={loan.outstanding} locale={locale} />
            </span>
          </li>
        ))}
      </Group>
      <Group title="Investments" count={investments.length}>
        {investments.map((each) => (
          <li key={each.name}>
            <span className={classes.icon}>
              <IconChartLine size={18} aria-hidden />
            </span>
            <div className={classes.grow}>
              <div className={classes.main}>{each.name}</div>
              <div className={classes.minor}>
                {humanise(each.kind)}
                {each.maturesOn && ` · matures ${dayOf(each.maturesOn)}`}
              </div>
            </div>
            <span className={classes.amount}>
              <MoneyText money={each.value} locale={locale} />
            </span>
          </li>
        ))}
      </Group>
    </>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.list}>{children}</ul>
    </>
  );
}
