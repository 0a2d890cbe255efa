import { Chip } from '../../../shared/chips.tsx';
import type { UnsettledCall } from '../api/types.ts';
import { CALL_STATES } from '../words.ts';

/** Whose turn it is. */
export function StandingChip({ call, settled }: { call: UnsettledCall; settled?: boolean }) {
  if (settled) return <Chip color="teal">Settled</Chip>;
  if (call.found) return <Chip color="orange">Waits for a second person</Chip>;
  if (call.state === 'DONE' && call.forPerson) return <Chip color="orange">Done, to be undone</Chip>;
  const { label, colour } = CALL_STATES[call.state];
  return <Chip color={colour}>{label}</Chip>;
}
