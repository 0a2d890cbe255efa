import type { Passage } from '@openteller/web-kit';
import classes from './knowledge.module.css';

/** The pieces a document was cut into: each can be quoted and cited by itself. */
export function PassageList({ passages }: { passages: readonly Passage[] }) {
  return (
    <ol className={classes.passages}>
      {passages.map((passage, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages have no identity but their place
        <li key={index}>
          {passage.heading && <h3 className={classes.passageHeading}>{passage.heading}</h3>}
          <p className={classes.passageText} dir="auto">
            {passage.text}
          </p>
        </li>
      ))}
    </ol>
  );
}
