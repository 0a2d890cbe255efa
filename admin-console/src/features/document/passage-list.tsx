import type { Passage } from '@openteller/web-kit';
import { Chip } from '../../shared/chips.tsx';
import classes from './document.module.css';

/** The pieces a version was cut into, as the search sees them: each can be quoted and cited by itself. */
export function PassageList({ passages }: { passages: readonly Passage[] }) {
  return (
    <ol className={classes.passages}>
      {passages.map((passage) => (
        <li key={passage.position}>
          <span className={classes.passageNumber} aria-hidden>
            {passage.position + 1}
          </span>
          <div className={classes.passageBody}>
            {(passage.heading || passage.pair || passage.place) && (
              <p className={classes.passageHead}>
                <strong dir="auto">{passage.heading}</strong>
                {passage.pair && <Chip color="iris">question and answer</Chip>}
                {passage.place && <span className={classes.sub}>{passage.place}</span>}
              </p>
            )}
            <p className={classes.passageText} dir="auto">
              {passage.text}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
