import { Badge } from '@mantine/core';
import { ConnectionDot } from '@openteller/web-kit';
import { StoriesRail } from '../features/queue/stories-rail.tsx';
import { useConnection } from '../shared/desk/desk-events.tsx';
import { useMe } from '../shared/me.tsx';
import classes from './shell.module.css';

/** Which bank, which environment, whether the page is live; and who is waiting. */
export function TopRail() {
  const { bank, environment } = useMe();
  return (
    <section className={classes.top} data-environment={environment} aria-label="Bank and waiting customers">
      <div className={classes.bank}>
        <div className={classes.bankLine}>
          <span className={classes.bankName}>{bank.name}</span>
          {environment === 'demo' && (
            <Badge size="xs" radius="sm" color="yellow" variant="light" tt="none">
              Demo
            </Badge>
          )}
        </div>
        <ConnectionDot connection={useConnection()} />
      </div>
      <StoriesRail />
    </section>
  );
}
