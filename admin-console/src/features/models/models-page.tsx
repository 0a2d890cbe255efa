import { Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../shared/loaded.tsx';
import { Page } from '../../shared/page.tsx';
import { AlarmBanner } from './alarm-banner.tsx';
import { modelsQuery } from './api/models.ts';
import { BudgetsTab } from './budgets/budgets-tab.tsx';
import { CallsTab } from './calls/calls-tab.tsx';
import { ModelsTabRow } from './models-tab-row.tsx';
import { Overview } from './overview/overview.tsx';
import { Playground } from './playground/playground.tsx';
import { PricesTab } from './prices/prices-tab.tsx';
import { RoutesTab } from './routes/routes-tab.tsx';
import { TABS } from './search.ts';
import { ShadowsTab } from './shadows/shadows-tab.tsx';
import { useModelsSearch } from './use-models-search.ts';

/** Where a bank lets language models help, and what that costs. Without any the platform works by itself. */
export function ModelsPage() {
  const models = useQuery(modelsQuery);
  const [search, set] = useModelsSearch();
  const tab = search.tab ?? 'overview';
  const open = (next: string | null) => {
    const known = TABS.find((each) => each === next);
    set({
      tab: known === 'overview' ? undefined : known,
      task: undefined,
      outcome: undefined,
      model: undefined,
      call: undefined,
    });
  };
  return (
    <Page
      title="Models"
      lead="Language models are optional. Where one is used, personal data is hidden from it and every sentence it writes passes the claims gate."
      wide
    >
      {tab !== 'budgets' && <AlarmBanner />}
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <ModelsTabRow tab={tab} />
        <Loaded
          query={models}
          title="The models could not be loaded"
          waiting={<Skeleton height={520} radius="lg" />}
        >
          {(data) => (
            <>
              <Tabs.Panel value="overview">
                <Overview models={data} />
              </Tabs.Panel>
              <Tabs.Panel value="routes">
                <RoutesTab models={data} />
              </Tabs.Panel>
              <Tabs.Panel value="budgets">
                <BudgetsTab models={data} />
              </Tabs.Panel>
              <Tabs.Panel value="prices">
                <PricesTab />
              </Tabs.Panel>
              <Tabs.Panel value="calls">
                <CallsTab tasks={data.tasks} />
              </Tabs.Panel>
              <Tabs.Panel value="shadows">
                <ShadowsTab tasks={data.tasks} />
              </Tabs.Panel>
              <Tabs.Panel value="playground">
                <Playground models={data} />
              </Tabs.Panel>
            </>
          )}
        </Loaded>
      </Tabs>
    </Page>
  );
}
