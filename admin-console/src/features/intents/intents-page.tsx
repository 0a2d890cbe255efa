import { Badge, Group, Tabs } from '@mantine/core';
import { ErrorState, Rows } from '@openteller/web-kit';
import {
  IconChartGridDots,
  IconFileImport,
  IconList,
  IconMessageQuestion,
  IconUserCheck,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { overviewQuery } from '../../shared/intents-query.ts';
import { useCan } from '../../shared/me.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { TabRow } from '../../shared/tab-row.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { IntentList } from './intent-list.tsx';
import { ModelsView } from './models/models-view.tsx';
import { ScopeCard } from './scope-card.tsx';
import { VIEWS } from './search.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { TrainingCard } from './training-card.tsx';
import { TryOut } from './try-out.tsx';

/** What customers may want, how well the assistant sees it, and how a bank teaches it more. */
export function IntentsPage() {
  const search = useSearch({ from: '/intents' });
  const navigate = useNavigate({ from: '/intents' });
  const overview = useQuery(overviewQuery);
  const mayWrite = useCan('INTENT_WRITE');
  const setImport = (open: boolean) =>
    void navigate({ search: (now) => ({ ...now, import: open ? true : undefined }), replace: true });
  return (
    <Page
      title="Intents"
      lead="What customers want, taught by example. A change decides nothing until a model was trained with it and published."
      wide
      actions={
        <Group gap="sm">
          <PermitButton
            needs="INTENT_WRITE"
            variant="default"
            leftSection={<IconFileImport size={17} />}
            onClick={() => setImport(true)}
          >
            Import
          </PermitButton>
        </Group>
      }
    >
      {overview.isPending ? (
        <Rows count={6} height={74} gap={12} />
      ) : overview.isError && !overview.data ? (
        <Card>
          <ErrorState
            error={overview.error}
            title="The intents could not be loaded"
            retry={() => void overview.refetch()}
            retrying={overview.isFetching}
          />
        </Card>
      ) : (
        <>
          <TrainingCard overview={overview.data} />
          <Tabs
            value={search.view ?? 'intents'}
            onChange={(view) =>
              void navigate({ search: { view: VIEWS.find((each) => each === view) }, replace: true })
            }
            keepMounted={false}
          >
            <TabRow chosen={search.view}>
              <Tabs.Tab value="intents" leftSection={<IconList size={16} />}>
                Intents
              </Tabs.Tab>
              <Tabs.Tab value="models" leftSection={<IconChartGridDots size={16} />}>
                Models and reports
              </Tabs.Tab>
              <Tabs.Tab value="try" leftSection={<IconMessageQuestion size={16} />}>
                Try a sentence
              </Tabs.Tab>
              <Tabs.Tab
                value="suggestions"
                leftSection={<IconUserCheck size={16} />}
                rightSection={
                  overview.data.suggestions > 0 && (
                    <Badge size="sm" variant="filled" circle>
                      {overview.data.suggestions}
                    </Badge>
                  )
                }
              >
                From agents
              </Tabs.Tab>
            </TabRow>
            <Tabs.Panel value="intents">
              <IntentList overview={overview.data} />
            </Tabs.Panel>
            <Tabs.Panel value="models">
              <ModelsView overview={overview.data} />
              <ScopeCard />
            </Tabs.Panel>
            <Tabs.Panel value="try">
              <TryOut overview={overview.data} />
            </Tabs.Panel>
            <Tabs.Panel value="suggestions">
              <SuggestionList overview={overview.data} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
      {mayWrite && <ImportDialog opened={search.import === true} onClose={() => setImport(false)} />}
    </Page>
  );
}
