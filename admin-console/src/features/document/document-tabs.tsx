import { Badge, Tabs } from '@mantine/core';
import type { DocumentDetail, DocumentVersion } from '@openteller/web-kit';
import {
  IconArrowsDiff,
  IconChartBar,
  IconFileText,
  IconGitCompare,
  IconListDetails,
  IconShieldCheck,
} from '@tabler/icons-react';
import { TabRow } from '../../shared/tab-row.tsx';
import { ChecksTab } from './checks-tab.tsx';
import { CompareTab } from './compare-tab.tsx';
import { ImpactTab } from './impact-tab.tsx';
import { PassagesTab } from './passages-tab.tsx';
import type { DocumentSearch } from './search.ts';
import { TextTab } from './text-tab.tsx';
import { UsageTab } from './usage-tab.tsx';

interface DocumentTabsProps {
  document: DocumentDetail;
  version: DocumentVersion;
  editing: boolean;
  contradictions: number;
  /** The text if left out. */
  tab: DocumentSearch['tab'];
  onOpen: (tab: string | null) => void;
  onStop: () => void;
}

/** A version's text, and everything that there is to know before and after it is approved. */
export function DocumentTabs(props: DocumentTabsProps) {
  const { document, version, editing, contradictions, tab, onOpen, onStop } = props;
  const { slug } = document;
  const number = version.version;
  return (
    <Tabs value={tab ?? 'text'} onChange={onOpen} keepMounted={false}>
      <TabRow chosen={`${tab} ${contradictions}`}>
        <Tabs.Tab value="text" leftSection={<IconFileText size={16} />}>
          Text
        </Tabs.Tab>
        <Tabs.Tab value="compare" leftSection={<IconArrowsDiff size={16} />}>
          Compare
        </Tabs.Tab>
        <Tabs.Tab value="passages" leftSection={<IconListDetails size={16} />}>
          Passages
        </Tabs.Tab>
        <Tabs.Tab
          value="checks"
          leftSection={<IconShieldCheck size={16} />}
          rightSection={
            contradictions > 0 && (
              <Badge size="sm" color="red.9" circle aria-label={`${contradictions} contradictions`}>
                {contradictions}
              </Badge>
            )
          }
        >
          Checks
        </Tabs.Tab>
        <Tabs.Tab value="impact" leftSection={<IconGitCompare size={16} />}>
          Impact
        </Tabs.Tab>
        <Tabs.Tab value="usage" leftSection={<IconChartBar size={16} />}>
          Usage
        </Tabs.Tab>
      </TabRow>
      <Tabs.Panel value="text">
        <TextTab document={document} version={version} editing={editing} onStop={onStop} />
      </Tabs.Panel>
      <Tabs.Panel value="compare">
        <CompareTab document={document} version={number} />
      </Tabs.Panel>
      <Tabs.Panel value="passages">
        <PassagesTab slug={slug} version={number} />
      </Tabs.Panel>
      <Tabs.Panel value="checks">
        <ChecksTab slug={slug} version={number} />
      </Tabs.Panel>
      <Tabs.Panel value="impact">
        <ImpactTab slug={slug} version={number} />
      </Tabs.Panel>
      <Tabs.Panel value="usage">
        <UsageTab slug={slug} />
      </Tabs.Panel>
    </Tabs>
  );
}
