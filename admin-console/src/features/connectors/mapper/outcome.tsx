import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Tried } from '../api/connectors.ts';
import classes from '../connectors.module.css';

/** The whole result, and what the operation's schema has against it. */
export function Outcome({ tried, failed }: { tried: Tried | undefined; failed: Error | null }) {
  if (failed) return <p role="alert">It could not be tried: {failed.message}</p>;
  if (!tried?.result) return <p className={classes.hint}>Write an expression for the first place.</p>;
  const faults = tried.faults ?? [];
  return (
    <>
      <pre className={classes.result}>
        {JSON.stringify(tried.result.value ?? tried.result.message ?? null, null, 2)}
      </pre>
      <div role="status">
        {faults.length === 0 ? (
          <p className={classes.fault}>
            <IconCircleCheck size={16} aria-hidden /> It fits the operation.
          </p>
        ) : (
          <ul className={classes.notes} aria-label="What does not fit">
            {faults.map((fault) => (
              <li key={fault} className={classes.fault}>
                <IconAlertTriangle size={15} aria-hidden /> {fault}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
