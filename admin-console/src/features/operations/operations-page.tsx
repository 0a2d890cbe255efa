import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCan } from '../../shared/me.tsx';
import { Page } from '../../shared/page.tsx';
import { TabRow } from '../../shared/tab-row.tsx';
import { changesQuery, waitingOf } from './api/bounds.ts';
import { supplierChangesQuery, waitingChoices } from './api/suppliers.ts';
import { unsettledCountsQuery } from './api/unsettled.ts';
import { BoundsPage } from './bounds/bounds-page.tsx';
import { ChangeList } from './bounds/change-list.tsx';
import { CatalogueView } from './catalogue/catalogue-view.tsx';
import type { View } from './search.ts';
import { SupplierList } from './suppliers/supplier-list.tsx';
import { CallPage } from './unsettled/call-page.tsx';
import { UnsettledView } from './unsettled/unsettled-view.tsx';

/** What the platform can do on the bank's systems, where this bank is stricter, and what nobody knows the end of. */
export function OperationsPage() {
  const { call, operation } = useSearch({ from: '/operations' });
  if (call) return <CallPage callId={call} />;
  return operation ? <BoundsPage name={operation} /> : <Overview />;
}

function Overview() {
  const settles = useCan('OPERATION_APPROVE');
  const search = useSearch({ from: '/operations' });
  const navigate = useNavigate({ from: '/operations' });
  const counts = useQuery({ ...unsettledCountsQuery, enabled: settles }).data;
  const waiting = waitingOf(useQuery(changesQuery).data).length;
  const choices = waitingChoices(useQuery(supplierChangesQuery).data).length;
  const view = search.view ?? (settles ? 'unsettled' : 'catalogue');
  const forPeople = counts ? counts.people + counts.second : 0;
  return (
    <Page
      title="Operations"
      lead="Everything that the platform can do on the bank’s systems, by which plugin, in which bounds, and the calls whose end nobody knows yet."
      wide
    >
      <Tabs
        value={view}
        keepMounted={false}
        onChange={(next) => void navigate({ search: { view: next as View }, replace: true })}
      >
        <TabRow chosen={view}>
          {settles && <Tabs.Tab value="unsettled">{label('Unsettled', forPeople)}</Tabs.Tab>}
          <Tabs.Tab value="catalogue">Catalogue</Tabs.Tab>
          <Tabs.Tab value="bounds">{label('Changes of bounds', waiting)}</Tabs.Tab>
          <Tabs.Tab value="suppliers">{label('Choices of suppliers', choices)}</Tabs.Tab>
        </TabRow>
        {settles && (
          <Tabs.Panel value="unsettled">
            <UnsettledView />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="catalogue">
          <CatalogueView />
        </Tabs.Panel>
        <Tabs.Panel value="bounds">
          <ChangeList />
        </Tabs.Panel>
        <Tabs.Panel value="suppliers">
          <SupplierList />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

const label = (name: string, open: number): string => (open > 0 ? `${name} (${open})` : name);
