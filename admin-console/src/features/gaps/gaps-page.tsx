import { SegmentedControl, Tabs } from '@mantine/core';
import { IconCalendarExclamation, IconLayoutKanban } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../shared/page.tsx';
import { GapBoard } from './gap-board.tsx';
import { DAYS } from './search.ts';
import { StaleList } from './stale-list.tsx';

/** What is missing, and what is there but may not be true any more. */
export function GapsPage() {
  const { view, days = 30 } = useSearch({ from: '/gaps' });
  const navigate = useNavigate({ from: '/gaps' });
  return (
    <Page
      title="Gaps"
      lead="What customers asked and the documents could not answer well, dearest first."
      wide
      actions={
        !view && (
          <SegmentedControl
            aria-label="Time"
            value={String(days)}
            onChange={(value) =>
              void navigate({
                search: (now) => ({ ...now, days: DAYS.find((each) => each === Number(value)) ?? 30 }),
                replace: true,
              })
            }
            data={DAYS.map((value) => ({ value: String(value), label: `${value} days` }))}
          />
        )
      }
    >
      <Tabs
        value={view ?? 'gaps'}
        onChange={(next) =>
          void navigate({ search: next === 'stale' ? { view: 'stale' } : {}, replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="gaps" leftSection={<IconLayoutKanban size={16} />}>
            Missing
          </Tabs.Tab>
          <Tabs.Tab value="stale" leftSection={<IconCalendarExclamation size={16} />}>
            Needs a look
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="gaps">
          <GapBoard days={days} />
        </Tabs.Panel>
        <Tabs.Panel value="stale">
          <StaleList />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
