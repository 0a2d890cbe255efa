import type { ModelProvider, ModelRoute } from '@openteller/web-kit';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../../shared/chips.tsx';
import { millis } from '../../../shared/words.ts';
import classes from '../models.module.css';
import { taskOf } from '../words.ts';
import { PartWords } from './part-words.tsx';
import { partsOf } from './route-check.ts';

interface RouteSummaryProps {
  route: ModelRoute;
  providers: ModelProvider[];
}

/** A task's models in the order in which they are asked. */
export function RouteSummary({ route, providers }: RouteSummaryProps) {
  const { title, hint } = taskOf(route.task);
  const candidates = [...route.candidates].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const parts = partsOf(candidates);
  return (
    <article className={classes.route} data-off={!route.on || undefined}>
      <header className={classes.routeHead}>
        <div>
          <h2>
            <Link to="/models/$task" params={{ task: route.task }}>
              {title}
            </Link>
          </h2>
          <p className={classes.sub}>{hint}</p>
        </div>
        {route.on ? <Chip color="teal">On</Chip> : <Chip color="gray">Off</Chip>}
        <IconChevronRight size={18} aria-hidden className={classes.arrow ?? ''} />
      </header>
      {candidates.length === 0 ? (
        <p className={classes.sub}>No model is asked: the platform goes on without.</p>
      ) : (
        <ol className={classes.chain}>
          {candidates.map((each, index) => {
            const provider = providers.find(({ plugin }) => plugin === each.plugin);
            const down = provider?.state !== 'ENABLED' || provider.health === 'DOWN';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same model may stand twice
              <li key={index}>
                <strong>{each.model}</strong>
                <span className={classes.sub}>{provider?.name ?? each.plugin}</span>
                <PartWords part={parts[index]} />
                {down && (
                  <span className={classes.warnLine}>
                    <IconAlertTriangle size={14} aria-hidden />
                    {provider?.state === 'ENABLED' ? 'does not answer' : 'not enabled'}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {route.hedgeAfterMillis !== undefined && (
        <p className={classes.sub}>Asks a second model after {millis(route.hedgeAfterMillis)}</p>
      )}
    </article>
  );
}
