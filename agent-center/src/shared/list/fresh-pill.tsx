import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import classes from './fresh-pill.module.css';

/** "3 new": what arrived while the list held still. `urgent` names what should not wait. */
export function FreshPill({
  count,
  urgent,
  show,
}: {
  count: number;
  urgent?: string | undefined;
  show: () => void;
}) {
  if (count === 0) return null;
  return (
    <div className={classes.place} role="status">
      <Button
        size="compact-sm"
        radius="xl"
        color={urgent ? 'red.9' : 'iris'}
        leftSection={<IconArrowUp size={14} />}
        onClick={show}
      >
        {count} new{urgent ? ` · ${urgent}` : ''}
      </Button>
    </div>
  );
}
