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
  return <Chip color={STATES[state].colour}>{STATES[state].label}</Chip>;
}

export function Health({ health }: { health: Plugin['health'] }) {
  return (
    <span className={classes.health} data-state={health.state}>
      <span className={classes.healthDot} aria-hidden />
      {HEALTH[health.state]}
    </span>
  );
}
