import type { IntentScore } from '@openteller/web-kit';
import { Link } from '@tanstack/react-router';
import { Card } from '../../../shared/page.tsx';
import { percent, plural } from '../../../shared/words.ts';
import classes from '../intents.module.css';

const SHOWN = 10;

/** Where a few more examples would do most. */
export function Weakest({
  scores,
  titleOf,
}: {
  scores: readonly IntentScore[];
  titleOf: (name: string) => string;
}) {
  return (
    <Card
      title="Weakest intents"
      hint="Found: of its messages, how many are understood. Right: of what is taken for it, how much is."
      flush
    >
      <table className={classes.weakest}>
        <thead>
          <tr>
            <th scope="col">Intent</th>
            <th scope="col">Found</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {scores.slice(0, SHOWN).map((score) => (
            <tr key={score.intent}>
              <th scope="row">
                <Link to="/intents/$name" params={{ name: score.intent }} className={classes.link}>
                  {titleOf(score.intent)}
                </Link>
                <span className={classes.sub}>{plural(score.examples, 'example')}</span>
              </th>
              <td data-low={score.recall < 0.75 || undefined}>{percent(score.recall)}</td>
              <td data-low={score.precision < 0.75 || undefined}>{percent(score.precision)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
