import { Skeleton } from '@mantine/core';
import classes from './dashboard.module.css';

/** As tall as what comes, so that nothing jumps. */
export function DashboardSkeleton() {
  return (
    <div className={classes.grid} aria-busy="true" role="status" aria-label="Loading">
      <div className={classes.tiles}>
        {['a', 'b', 'c', 'd', 'e'].map((tile) => (
          <Skeleton key={tile} height={144} radius="lg" />
        ))}
      </div>
      <Skeleton height={406} radius="lg" className={classes.chart ?? ''} />
      <Skeleton height={406} radius="lg" className={classes.side ?? ''} />
    </div>
  );
}
