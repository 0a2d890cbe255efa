import { Select, Skeleton } from '@mantine/core';
import type { Models } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { DEFAULT_HOURS, hoursIn } from '../../../shared/charts/hours.ts';
import { WindowSwitch } from '../../../shared/charts/window-switch.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { modelUsageQuery } from '../api/usage.ts';
import classes from '../models.module.css';
import { useModelsSearch } from '../use-models-search.ts';
import { keyOf, taskOf } from '../words.ts';
import { Charts } from './charts.tsx';
import { modelsIn, nameOfKey } from './figures.ts';

/** How fast, how reliable and how dear the models were, for one task or all, one model or all. */
export function UsageCharts({ models }: { models: Models }) {
  const [search, set] = useModelsSearch();
  const hours = search.hours ?? DEFAULT_HOURS;
  const usage = useQuery(modelUsageQuery(hours));
  const all = usage.data?.items ?? [];
  const known = modelsIn(all);
  const model = known.find((key) => key === search.model);
  const items = all.filter(
    (item) => (!search.task || item.task === search.task) && (!model || keyOf(item) === model),
  );
  const tasks = [...new Set([...models.tasks, ...all.map((item) => item.task)])];
  return (
    <>
      <div className={classes.toolbar}>
        <Select
          aria-label="Task"
          placeholder="All tasks"
          clearable
          value={search.task ?? null}
          data={tasks.map((task) => ({ value: task, label: taskOf(task).title }))}
          onChange={(task) => set({ task: task ?? undefined })}
        />
        <Select
          aria-label="Model"
          placeholder="All models"
          clearable
          value={model ?? null}
          data={known.map((key) => ({ value: key, label: nameOfKey(key) }))}
          onChange={(key) => set({ model: key ?? undefined })}
        />
        <span className={classes.push} />
        <WindowSwitch hours={hours} onChange={(next) => set({ hours: hoursIn(next) })} />
      </div>
      <Loaded
        query={usage}
        title="The usage of models could not be loaded"
        waiting={
          <div className={classes.charts}>
            <Skeleton height={352} radius="lg" />
            <Skeleton height={352} radius="lg" />
            <Skeleton height={352} radius="lg" />
          </div>
        }
      >
        {({ currency }) => (
          <Charts items={items} hours={hours} currency={currency} busy={usage.isPlaceholderData} />
        )}
      </Loaded>
    </>
  );
}
