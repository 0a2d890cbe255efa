import type { ModelReport } from '@openteller/web-kit';
import { Link } from '@tanstack/react-router';
import { Card } from '../../../shared/page.tsx';
import { percent } from '../../../shared/words.ts';
import classes from '../intents.module.css';

const SHOWN = 12;

interface DuplicatesProps {
  duplicates: ModelReport['duplicates'];
  titleOf: (name: string) => string;
}

/** Messages that mean nearly the same and stand under two intents: mostly one of the two is wrong. */
export function Duplicates({ duplicates, titleOf }: DuplicatesProps) {
  return (
    <Card
      title="Nearly the same, under two intents"
      hint="Mostly one of the two stands in the wrong place, or the two intents are one."
    >
      {duplicates.length === 0 ? (
        <p className={classes.sub}>None was found.</p>
      ) : (
        <ul className={classes.twins}>
          {duplicates.slice(0, SHOWN).map((pair) => (
            <li key={`${pair.text}\n${pair.otherText}`}>
              <Side text={pair.text} intent={pair.intent} title={titleOf(pair.intent)} />
              <span className={classes.nearness} title="How near in meaning">
                {percent(pair.similarity)}
              </span>
              <Side text={pair.otherText} intent={pair.otherIntent} title={titleOf(pair.otherIntent)} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Side({ text, intent, title }: { text: string; intent: string; title: string }) {
  return (
    <span className={classes.side}>
      <q dir="auto">{text}</q>
      <Link to="/intents/$name" params={{ name: intent }} className={classes.link}>
        {title}
      </Link>
    </span>
  );
}
