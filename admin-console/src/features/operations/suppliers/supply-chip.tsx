import { Chip } from '../../../shared/chips.tsx';
import type { Supply } from '../api/types.ts';
import classes from '../operations.module.css';

/** Only where nobody can be asked as things are. */
export function SupplyChip({ supply }: { supply: Supply | undefined }) {
  const words =
    supply?.state === 'UNCHOSEN'
      ? 'Choose a plugin'
      : supply?.state === 'GONE'
        ? 'Chosen plugin does not do it'
        : (supply?.cutOff ?? []).length > 0
          ? 'Cut off'
          : undefined;
  if (!words) return null;
  return (
    <span className={classes.beside}>
      <Chip color="orange">{words}</Chip>
    </span>
  );
}
