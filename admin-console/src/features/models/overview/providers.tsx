import { clockTime, type ModelProvider } from '@openteller/web-kit';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../../shared/chips.tsx';
import { humanise, plural } from '../../../shared/words.ts';
import classes from '../models.module.css';
import { breakerOf } from '../words.ts';

const HEALTH: Record<string, string> = {
  UP: 'Answers',
  DOWN: 'Does not answer',
  UNKNOWN: 'Not checked',
};

/** Who offers models, and whether they answer now. */
export function Providers({ providers }: { providers: ModelProvider[] }) {
  return (
    <ul className={classes.providers} aria-label="Providers">
      {providers.map((provider) => (
        <li key={provider.plugin}>
          <Provider provider={provider} />
        </li>
      ))}
    </ul>
  );
}

function Provider({ provider }: { provider: ModelProvider }) {
  const { plugin, name, state, health = 'UNKNOWN', models, breaker, states = [] } = provider;
  const broken = states.filter((each) => each.state !== 'CLOSED');
  const enabled = state === 'ENABLED';
  const circuit = breaker && breakerOf(breaker.state);
  return (
    <article className={classes.provider}>
      <header className={classes.providerHead}>
        <h2>
          <Link to="/plugins/$id" params={{ id: plugin }}>
            {name ?? plugin}
          </Link>
        </h2>
        {enabled ? (
          <span className={classes.health} data-state={health}>
            <span className={classes.healthDot} aria-hidden />
            {HEALTH[health] ?? humanise(health)}
          </span>
        ) : (
          <Chip color="gray">Disabled</Chip>
        )}
      </header>
      {enabled && circuit && (
        <p className={classes.circuit}>
          <Chip color={circuit.colour}>{circuit.label}</Chip>
          {breaker.state !== 'CLOSED' && breaker.until && (
            <span className={classes.sub}>
              {broken.map((each) => each.model).join(', ')} next try at {clockTime(breaker.until)}
            </span>
          )}
        </p>
      )}
      <p className={classes.sub} title={models.join(', ')}>
        {models.length === 0
          ? enabled
            ? 'It names no models'
            : 'Enable it to see its models'
          : `${plural(models.length, 'model')}: ${models.slice(0, 4).join(', ')}${models.length > 4 ? ' …' : ''}`}
      </p>
    </article>
  );
}
