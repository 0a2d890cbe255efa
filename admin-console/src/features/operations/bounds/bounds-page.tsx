import { EmptyState, Rows } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { Chip } from '../../../shared/chips.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { useCan } from '../../../shared/me.tsx';
import { Card, Page } from '../../../shared/page.tsx';
import { boundsQuery, changesQuery } from '../api/bounds.ts';
import { catalogueQuery } from '../api/catalogue.ts';
import type { Operation } from '../api/types.ts';
import { BackToList } from '../back.tsx';
import classes from '../operations.module.css';
import { SupplyCard } from '../suppliers/supply-card.tsx';
import { useMoneyWords } from '../use-money.ts';
import { ASSURANCES, approvalWords, boundsWords, limitWords, RISKS } from '../words.ts';
import { BoundsForm } from './bounds-form.tsx';
import { ChangeCard } from './change-card.tsx';
import { complete } from './model.ts';

/** One operation: what the catalogue says, which plugin does it, and where this bank is stricter. */
export function BoundsPage({ name }: { name: string }) {
  const catalogue = useQuery(catalogueQuery);
  const operation = catalogue.data?.find((each) => each.name === name);
  return (
    <>
      <BackToList view="catalogue" label="Catalogue" />
      {operation ? (
        <Detail operation={operation} />
      ) : (
        <Page title="Operation">
          <Loaded
            query={catalogue}
            title="The operation could not be loaded"
            waiting={<Rows count={4} height={90} />}
          >
            {() => (
              <EmptyState
                kind="none"
                title="There is no such operation"
                text={`Nothing is called “${name}”.`}
              />
            )}
          </Loaded>
        </Page>
      )}
    </>
  );
}

function Detail({ operation }: { operation: Operation }) {
  const bounds = useQuery(boundsQuery);
  const changes = (useQuery(changesQuery).data ?? []).filter((each) => each.operation === operation.name);
  const waiting = changes.find(({ state }) => state === 'WAITING');
  const { label, colour } = RISKS[operation.risk];
  return (
    <Page title={operation.title} lead={operation.summary} badge={<Chip color={colour}>{label}</Chip>}>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <SupplyCard operation={operation} />
          {waiting && <ChangeCard change={waiting} title="A change waits" />}
          <Loaded
            query={bounds}
            title="The bounds could not be loaded"
            waiting={<Rows count={3} height={80} />}
          >
            {(all) => <Own operation={operation} bounds={complete(all[operation.name])} />}
          </Loaded>
          {changes
            .filter((each) => each !== waiting)
            .map((change) => (
              <ChangeCard key={change.id} change={change} />
            ))}
        </div>
        <Facts operation={operation} />
      </div>
    </Page>
  );
}

function Own({ operation, bounds }: { operation: Operation; bounds: ReturnType<typeof complete> }) {
  const may = useCan('PLUGIN_WRITE');
  const money = useMoneyWords();
  const words = boundsWords(bounds, money);
  // Somebody else's change gives the form anew.
  if (may) return <BoundsForm key={JSON.stringify(bounds)} operation={operation} bounds={bounds} />;
  return (
    <Card title="Stricter at this bank" hint="Changing it needs the permission “Configure plugins”.">
      {words.length === 0 ? (
        <p className={classes.text}>As the catalogue says.</p>
      ) : (
        <ul className={classes.words}>
          {words.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Facts({ operation }: { operation: Operation }) {
  const money = useMoneyWords();
  const limits = operation.limits ?? [];
  const facts = [
    { label: 'Name', value: <code>{operation.name}</code> },
    { label: 'The customer is', value: ASSURANCES[operation.assurance] },
    {
      label: 'The customer says yes',
      value: operation.confirmation === 'CUSTOMER' ? 'to a card with every detail' : 'not asked',
    },
    { label: 'A second person', value: approvalWords(operation, money) },
    {
      label: 'Limits',
      value:
        limits.length === 0
          ? 'none'
          : limits.map((limit) => (
              <span key={JSON.stringify(limit)} className={classes.line}>
                {limitWords(limit, money)}
              </span>
            )),
    },
    ...(operation.risk === 'READ'
      ? []
      : [
          {
            label: 'Undone by',
            value: operation.compensation ? <code>{operation.compensation}</code> : 'nothing',
          },
        ]),
  ];
  return (
    <Card title="By the catalogue" hint="Holds for every bank; nothing here can loosen it.">
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
