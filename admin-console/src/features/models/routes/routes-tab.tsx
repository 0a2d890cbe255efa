import type { Models } from '@openteller/web-kit';
import classes from '../models.module.css';
import { TASK_NAMES } from '../words.ts';
import { RegionCard } from './region-card.tsx';
import { blankRoute } from './route-draft.ts';
import { RouteSummary } from './route-summary.tsx';

/** One route for each task, and the region that all of them keep to. */
export function RoutesTab({ models }: { models: Models }) {
  const tasks = models.tasks.length > 0 ? models.tasks : TASK_NAMES;
  return (
    <div className={classes.routesColumns}>
      <ul className={classes.routes}>
        {tasks.map((task) => (
          <li key={task}>
            <RouteSummary
              route={models.routes.find((each) => each.task === task) ?? blankRoute(task)}
              providers={models.providers}
            />
          </li>
        ))}
      </ul>
      <RegionCard />
    </div>
  );
}
