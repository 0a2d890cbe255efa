import { Tabs } from '@mantine/core';
import { IconFileUpload, IconMessageCheck, IconWorld } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../shared/page.tsx';
import { TabRow } from '../../shared/tab-row.tsx';
import { VIEWS } from './search.ts';
import { Sites } from './sites.tsx';
import { ConversationSuggestions } from './suggestions.tsx';
import { Uploads } from './uploads.tsx';

/** Where documents come from, and what became of everything that was read. */
export function SourcesPage() {
  const { view } = useSearch({ from: '/sources' });
  const navigate = useNavigate({ from: '/sources' });
  return (
    <Page
      title="Sources"
      lead="Whatever comes from here is a draft: no answer is made from it before somebody approves it."
    >
      <Tabs
        value={view ?? 'sites'}
        onChange={(next) => {
          const known = VIEWS.find((each) => each === next);
          void navigate({ search: known ? { view: known } : {}, replace: true });
        }}
        keepMounted={false}
      >
        <TabRow chosen={view}>
          <Tabs.Tab value="sites" leftSection={<IconWorld size={16} />}>
            Web sites
          </Tabs.Tab>
          <Tabs.Tab value="uploads" leftSection={<IconFileUpload size={16} />}>
            Uploads
          </Tabs.Tab>
          <Tabs.Tab value="conversations" leftSection={<IconMessageCheck size={16} />}>
            Conversations
          </Tabs.Tab>
        </TabRow>
        <Tabs.Panel value="sites">
          <Sites />
        </Tabs.Panel>
        <Tabs.Panel value="uploads">
          <Uploads />
        </Tabs.Panel>
        <Tabs.Panel value="conversations">
          <ConversationSuggestions />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
