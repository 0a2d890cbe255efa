import { Badge, Button, Tabs } from '@mantine/core';
import { IconDownload, IconPlug, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { Page } from '../../../shared/page.tsx';
import { TabRow } from '../../../shared/tab-row.tsx';
import { plural } from '../../../shared/words.ts';
import { directoryQuery } from '../api/directory.ts';
import { pluginsQuery } from '../api/plugins.ts';
import { waiting } from '../pending.ts';
import { Available } from './available.tsx';
import { CatalogueFilters } from './catalogue-filters.tsx';
import { CardsWaiting, Installed } from './installed.tsx';

/** What the operator installed and this bank may switch on, and what else there is. */
export function CataloguePage() {
  const search = useSearch({ from: '/plugins' });
  const navigate = useNavigate({ from: '/plugins' });
  const plugins = useQuery(pluginsQuery);
  const directory = useQuery(directoryQuery);
  const available = directory.data?.items ?? [];
  const pending = waiting(plugins.data ?? []).length;
  const view = search.view ?? 'installed';
  const shown = view === 'available' ? available : (plugins.data ?? []);
  const kinds = [...new Set(shown.flatMap((each) => each.kinds))].sort();
  return (
    <Page
      title="Plugins"
      lead="Connections to the bank’s own systems and to models. The operator installs them; you switch them on and fill in the settings."
      wide
      actions={
        pending > 0 && (
          <Button
            variant="default"
            leftSection={<IconUserCheck size={17} />}
            onClick={() => void navigate({ to: '/approvals' })}
          >
            {plural(pending, 'approval')} waiting
          </Button>
        )
      }
    >
      <Tabs
        value={view}
        keepMounted={false}
        onChange={(next) =>
          void navigate({ search: next === 'available' ? { view: 'available' } : {}, replace: true })
        }
      >
        <TabRow chosen={view}>
          <Tabs.Tab
            value="installed"
            leftSection={<IconPlug size={16} />}
            rightSection={<Count of={plugins.data?.length} />}
          >
            Installed
          </Tabs.Tab>
          <Tabs.Tab
            value="available"
            leftSection={<IconDownload size={16} />}
            rightSection={<Count of={directory.data?.items.length} />}
          >
            Available
          </Tabs.Tab>
        </TabRow>
        <CatalogueFilters search={search} kinds={kinds} />
        <Tabs.Panel value="installed">
          <Loaded query={plugins} title="The plugins could not be loaded" waiting={<CardsWaiting />}>
            {(data) => <Installed plugins={data} search={search} available={available} />}
          </Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="available">
          <Available search={search} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Count({ of }: { of: number | undefined }) {
  return of === undefined ? null : (
    <Badge size="sm" variant="light" color="gray">
      {of}
    </Badge>
  );
}
