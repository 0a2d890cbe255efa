import { Tabs } from '@mantine/core';
import {
  IconActivity,
  IconArrowsSplit2,
  IconCoins,
  IconColumns,
  IconGauge,
  IconGhost2,
  IconListDetails,
} from '@tabler/icons-react';
import { TabRow } from '../../shared/tab-row.tsx';
import type { Tab } from './search.ts';

const NAMES: Record<Tab, { label: string; icon: typeof IconActivity }> = {
  overview: { label: 'Overview', icon: IconActivity },
  routes: { label: 'Routes', icon: IconArrowsSplit2 },
  budgets: { label: 'Budgets', icon: IconGauge },
  prices: { label: 'Prices', icon: IconCoins },
  calls: { label: 'Calls', icon: IconListDetails },
  shadows: { label: 'Shadow answers', icon: IconGhost2 },
  playground: { label: 'Playground', icon: IconColumns },
};

export function ModelsTabRow({ tab }: { tab: Tab }) {
  return (
    <TabRow chosen={tab}>
      {Object.entries(NAMES).map(([value, { label, icon: Icon }]) => (
        <Tabs.Tab key={value} value={value} leftSection={<Icon size={16} />}>
          {label}
        </Tabs.Tab>
      ))}
    </TabRow>
  );
}
