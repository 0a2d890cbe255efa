import { Skeleton, Tabs } from '@mantine/core';
import {
  Ago,
  type CustomerView,
  dayOf,
  EmptyState,
  ErrorState,
  formatMoney,
  Rows,
  totals,
} from '@openteller/web-kit';
import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { conversationQuery, customerQuery } from '../../shared/desk/queries.ts';
import { humanise } from '../../shared/desk/words.ts';
import { useMe } from '../../shared/me.tsx';
import { PersonAvatar } from '../../shared/person-avatar.tsx';
import classes from './customer-panel.module.css';
import { History } from './history.tsx';
import { Overview } from './overview.tsx';
import { Products } from './products.tsx';
import { Transactions } from './transactions.tsx';

/** The customer as the bank's own system knows them; contact data stays masked. */
export function CustomerPanel({ id }: { id: string }) {
  const conversation = useQuery(conversationQuery(id));
  const query = useQuery(customerQuery(id));
  const view = query.data;
  const name = view?.profile?.name ?? conversation.data?.customer.name;
  return (
    <div>
      <header className={classes.head}>
        {name ? <PersonAvatar name={name} size={64} /> : <Skeleton circle height={64} />}
        <div className={classes.who}>
          {name ? <h2>{name}</h2> : <Skeleton height={18} width={150} />}
          {view?.profile ? (
            <p>
              {humanise(view.profile.tier)} · {view.profile.city} · since{' '}
              {dayOf(view.profile.customerSince).slice(-4)}
            </p>
          ) : (
            <p>
              {query.isPending
                ? 'Asking the bank…'
                : (conversation.data?.customer.ref ?? 'No customer number')}
            </p>
          )}
        </div>
      </header>
      {query.isPending && (
        <div className={classes.body}>
          <Rows count={1} height={64} />
          <Rows count={5} height={56} />
        </div>
      )}
      {query.isError && !view && (
        <ErrorState
          compact
          error={query.error}
          title="The bank’s data could not be loaded"
          retry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {view && !view.identified && <Unknown view={view} />}
      {view?.identified && <Known view={view} stale={query.isError} retry={() => void query.refetch()} />}
    </div>
  );
}

function Known({ view, stale, retry }: { view: CustomerView; stale: boolean; retry: () => void }) {
  const { locale } = useMe().bank;
  const balance = totals((view.accounts ?? []).map((account) => account.balance));
  const ratings = view.conversations.flatMap((each) => (each.csat === undefined ? [] : [each.csat]));
  const products =
    (view.accounts?.length ?? 0) +
    (view.cards?.length ?? 0) +
    (view.loans?.length ?? 0) +
    (view.investments?.length ?? 0);
  return (
    <>
      {stale && (
        <p className={classes.stale} role="alert">
          Could not be refreshed.{' '}
          <button type="button" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      <dl className={classes.counters}>
        <div>
          <dd>{balance.map((sum) => formatMoney(sum, locale)).join(' + ') || 'None'}</dd>
          <dt>in accounts</dt>
        </div>
        <div>
          <dd>{products}</dd>
          <dt>products</dt>
        </div>
        <div>
          <dd>
            {ratings.length > 0
              ? (ratings.reduce((sum, each) => sum + each, 0) / ratings.length).toFixed(1)
              : '–'}
          </dd>
          <dt>{ratings.length > 0 ? `CSAT of ${ratings.length}` : 'no CSAT yet'}</dt>
        </div>
      </dl>
      <Tabs
        defaultValue="overview"
        keepMounted={false}
        classNames={{ tab: classes.tab ?? '', list: classes.tabs ?? '' }}
      >
        <Tabs.List grow>
          <Tabs.Tab value="overview">Overview</Tabs.Tab>
          <Tabs.Tab value="transactions">Activity</Tabs.Tab>
          <Tabs.Tab value="products">Products</Tabs.Tab>
          <Tabs.Tab value="history">Contacts</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="transactions">
          <Transactions transactions={view.transactions ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="products">
          <Products view={view} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History conversations={view.conversations} />
        </Tabs.Panel>
      </Tabs>
      <Source view={view} />
    </>
  );
}

function Unknown({ view }: { view: CustomerView }) {
  return (
    <>
      <EmptyState
        kind="first"
        compact
        icon={<IconUserQuestion size={26} stroke={1.6} />}
        title="Not identified"
        text="This visitor is not signed in at the bank, so there are no accounts to show. Ask them to sign in before you talk about account data."
      />
      <History conversations={view.conversations} />
      <Source view={view} />
    </>
  );
}

function Source({ view }: { view: CustomerView }) {
  return (
    <p className={classes.source}>
      From {view.source}, as of <Ago at={view.asOf} />
    </p>
  );
}
