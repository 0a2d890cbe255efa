import { Button, Select } from '@mantine/core';
import { EmptyState, Rows } from '@openteller/web-kit';
import { IconListDetails } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { LoadMore } from '../../../shared/load-more.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { plural } from '../../../shared/words.ts';
import { callsQuery } from '../api/calls.ts';
import classes from '../models.module.css';
import { useModelsSearch } from '../use-models-search.ts';
import { OUTCOME_NAMES, outcomeOf, TASK_NAMES, taskOf } from '../words.ts';
import { CallDrawer } from './call-drawer.tsx';
import { CallTable } from './call-table.tsx';

/** Every question that went to a model, masked, for as long as the bank keeps them. */
export function CallsTab({ tasks }: { tasks: string[] }) {
  const [search, set] = useModelsSearch();
  const calls = useInfiniteQuery(callsQuery({ task: search.task, outcome: search.outcome }));
  const rows = calls.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const narrowed = search.task !== undefined || search.outcome !== undefined;
  const clear = () => set({ task: undefined, outcome: undefined });
  return (
    <>
      <div className={classes.toolbar}>
        <Select
          aria-label="Task"
          placeholder="All tasks"
          clearable
          value={search.task ?? null}
          data={(tasks.length > 0 ? tasks : TASK_NAMES).map((task) => ({
            value: task,
            label: taskOf(task).title,
          }))}
          onChange={(task) => set({ task: task ?? undefined })}
        />
        <Select
          aria-label="Outcome"
          placeholder="Any outcome"
          clearable
          value={search.outcome ?? null}
          data={OUTCOME_NAMES.map((value) => ({ value, label: outcomeOf(value).label }))}
          onChange={(outcome) => set({ outcome: outcome ?? undefined })}
        />
        {narrowed && (
          <Button variant="subtle" color="gray" size="sm" onClick={clear}>
            Clear filters
          </Button>
        )}
      </div>
      <Card flush>
        <Loaded
          query={calls}
          title="The calls could not be loaded"
          waiting={
            <div className={classes.waiting}>
              <Rows count={9} height={46} gap={8} />
            </div>
          }
        >
          {() =>
            rows.length > 0 ? (
              <CallTable rows={rows} onOpen={(call) => set({ call })} />
            ) : narrowed ? (
              <EmptyState
                kind="none"
                title="No call fits these filters"
                action={{ label: 'Clear filters', run: clear }}
              />
            ) : (
              <EmptyState
                kind="first"
                icon={<IconListDetails size={26} stroke={1.6} />}
                title="No model was asked yet"
                text="Each question to a model appears here with its answer, as soon as a route is on or the playground is used."
              />
            )
          }
        </Loaded>
      </Card>
      {rows.length > 0 && (
        <LoadMore
          has={calls.hasNextPage}
          loading={calls.isFetchingNextPage}
          onMore={() => void calls.fetchNextPage()}
          end={`That is all: ${plural(rows.length, 'call')}`}
        />
      )}
      {search.call && <CallDrawer id={search.call} onClose={() => set({ call: undefined })} />}
    </>
  );
}
