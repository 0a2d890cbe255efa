import { EmptyState, exactTime } from '@openteller/web-kit';
import type { Attempt } from '../api/types.ts';
import classes from '../operations.module.css';
import { ATTEMPTS } from '../words.ts';

/** Every attempt to find out, the latest first. */
export function History({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) {
    return (
      <EmptyState
        kind="first"
        compact
        title="Nothing was tried yet"
        text="The first question to the bank appears here."
      />
    );
  }
  return (
    <ol className={classes.history}>
      {attempts.toReversed().map(({ at, what, came, by }) => (
        <li key={`${at} ${what}`} data-by={by ? 'person' : undefined}>
          <span className={classes.when}>
            <time dateTime={at}>{exactTime(at)}</time>
          </span>
          <span>
            <strong>{ATTEMPTS[what]}</strong>
            {by && ` · ${by}`}
            {came && <span className={classes.sub}>{came}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
