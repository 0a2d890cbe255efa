import { Select, Skeleton } from '@mantine/core';
import { EmptyState, type ModelShadows } from '@openteller/web-kit';
import { IconGhost2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { count, millis, percent } from '../../../shared/words.ts';
import { shadowsQuery } from '../api/shadows.ts';
import classes from '../models.module.css';
import { useModelsSearch } from '../use-models-search.ts';
import { TASK_NAMES, taskOf } from '../words.ts';
import { ShadowPair } from './shadow-pair.tsx';

/** What a model on its way would have said, beside what was sent. */
export function ShadowsTab({ tasks }: { tasks: string[] }) {
  const [search, set] = useModelsSearch();
  const shadows = useQuery(shadowsQuery(search.task));
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
      </div>
      <Loaded
        query={shadows}
        title="The shadow answers could not be loaded"
        waiting={<Skeleton height={420} radius="lg" />}
      >
        {(data) => <Compared shadows={data} />}
      </Loaded>
    </>
  );
}

function Compared({ shadows }: { shadows: ModelShadows }) {
  const navigate = useNavigate({ from: '/models' });
  if (shadows.items.length === 0) {
    return (
      <Card>
        <EmptyState
          kind="first"
          icon={<IconGhost2 size={26} stroke={1.6} />}
          title="No shadow answer yet"
          text="Put a model into a route as “Shadow”: it is asked as well, its answers are compared here, and no customer sees them."
          action={{ label: 'Open the routes', run: () => void navigate({ search: { tab: 'routes' } }) }}
        />
      </Card>
    );
  }
  const { summary, items } = shadows;
  return (
    <>
      <dl className={classes.tiles}>
        <div>
          <dt>Compared</dt>
          <dd>
            {count(summary.count)}
            {summary.answered !== undefined && summary.answered < summary.count && (
              <span className={classes.sub}> {count(summary.answered)} of them answered</span>
            )}
          </dd>
        </div>
        <div>
          <dt>Agreement, on average</dt>
          <dd>{percent(summary.meanAgreement)}</dd>
        </div>
        <div>
          <dt>Half answer within: sent, in the shadow</dt>
          <dd>
            {millis(summary.liveP50Millis)}, {millis(summary.candidateP50Millis)}
          </dd>
        </div>
      </dl>
      <ul className={classes.pairs}>
        {items.map((shadow) => (
          <li key={shadow.id ?? `${shadow.at} ${shadow.candidate.model}`}>
            <ShadowPair shadow={shadow} />
          </li>
        ))}
      </ul>
    </>
  );
}
