import { Badge, Tabs } from '@mantine/core';
import type { Plugin } from '@openteller/web-kit';
import { IconActivity, IconChartLine, IconInfoCircle, IconSettings, IconVersions } from '@tabler/icons-react';
import { DEFAULT_HOURS, type Hours } from '../../../shared/charts/hours.ts';
import { TabRow } from '../../../shared/tab-row.tsx';
import type { PluginActions } from '../api/actions.ts';
import type { Tab } from '../search.ts';
import { HealthTab } from './health-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { UsageTab } from './usage-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';

interface PluginTabsProps {
  plugin: Plugin;
  actions: PluginActions;
  tab: Tab;
  hours: Hours | undefined;
  onOpen: (tab: string | null) => void;
  onChanged: (changed: boolean) => void;
}

export function PluginTabs({ plugin, actions, tab, hours, onOpen, onChanged }: PluginTabsProps) {
  const errors = plugin.lastErrors.length;
  return (
    <Tabs value={tab} onChange={onOpen} keepMounted={false}>
      <TabRow chosen={`${tab} ${errors}`}>
        <Tabs.Tab value="overview" leftSection={<IconInfoCircle size={16} />}>
          Overview
        </Tabs.Tab>
        <Tabs.Tab value="settings" leftSection={<IconSettings size={16} />}>
          Settings
        </Tabs.Tab>
        <Tabs.Tab value="versions" leftSection={<IconVersions size={16} />}>
          Versions
        </Tabs.Tab>
        <Tabs.Tab
          value="health"
          leftSection={<IconActivity size={16} />}
          rightSection={
            errors > 0 && (
              <Badge size="sm" color="red.9" circle aria-label={`${errors} errors`}>
                {errors}
              </Badge>
            )
          }
        >
          Health
        </Tabs.Tab>
        <Tabs.Tab value="usage" leftSection={<IconChartLine size={16} />}>
          Usage
        </Tabs.Tab>
      </TabRow>
      <Tabs.Panel value="overview">
        <OverviewTab plugin={plugin} />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <SettingsTab plugin={plugin} actions={actions} onChanged={onChanged} />
      </Tabs.Panel>
      <Tabs.Panel value="versions">
        <VersionsTab plugin={plugin} />
      </Tabs.Panel>
      <Tabs.Panel value="health">
        <HealthTab plugin={plugin} />
      </Tabs.Panel>
      <Tabs.Panel value="usage">
        <UsageTab id={plugin.id} hours={hours ?? DEFAULT_HOURS} />
      </Tabs.Panel>
    </Tabs>
  );
}
