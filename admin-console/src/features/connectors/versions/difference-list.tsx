import { plural } from '../../../shared/words.ts';
import classes from '../connectors.module.css';
import type { Change } from '../model/difference.ts';

interface DifferenceListProps {
  changes: readonly Change[];
  names: { before: string; after: string };
}

/** Each change with where it is, what stood there and what stands there now. */
export function DifferenceList({ changes, names }: DifferenceListProps) {
  if (changes.length === 0) return <p className={classes.lead}>Nothing is different.</p>;
  return (
    <section aria-label="Differences" className={classes.differences}>
      <p className={classes.lead}>{plural(changes.length, 'difference')}</p>
      {changes.map(({ place, before, after }) => (
        <div key={place} className={classes.difference}>
          <h3>{place}</h3>
          <dl>
            {before !== undefined && (
              <div data-side="before">
                <dt>{names.before}</dt>
                <dd>{before}</dd>
              </div>
            )}
            {after !== undefined && (
              <div data-side="after">
                <dt>{names.after}</dt>
                <dd>{after}</dd>
              </div>
            )}
          </dl>
        </div>
      ))}
    </section>
  );
}
