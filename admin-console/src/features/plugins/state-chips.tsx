import type { Plugin } from '@openteller/web-kit';
import { Chip } from '../../shared/chips.tsx';
import classes from './plugins.module.css';

const STATES = {
  ENABLED: { label: 'Enabled', colour: 'teal' },
  DISABLED: { label: 'Disabled', colour: 'gray' },
  FAILED: { label: 'Failed', colour: 'red' },
} as const;

const HEALTH = {
  UP: 'Answers',
  DOWN: 'Does not answer',
  UNKNOWN: 'Not checked',
} as const;

export function StateChip({ state }: { state: Plugin['state'] }) {
  const known = STATES[state] ?? { label: state, colour: 'gray' };
  return <Chip color={known.colour}>{known.label}</Chip>;
}

export function TrustChip({ trust }: { trust: Plugin['trust'] }) {
  if (trust === 'PLATFORM') {
    return (
      <Chip color="iris" title="Signed with the platform's own key">
        Platform’s key
      </Chip>
    );
  }
  if (trust === 'PARTNER') {
    return (
      <Chip color="blue" title="Signed with the key of a partner that the operator trusts">
        Partner’s key
      </Chip>
    );
  }
  return null;
}

export function IsolatedChip() {
  return (
    <Chip color="gray" title="Runs in a process of its own, with a limit on its memory">
      Isolated
    </Chip>
  );
}

export function Health({ health }: { health: Plugin['health'] }) {
  return (
    <span className={classes.health} data-state={health.state}>
      <span className={classes.healthDot} aria-hidden />
      {HEALTH[health.state]}
    </span>
  );
}
