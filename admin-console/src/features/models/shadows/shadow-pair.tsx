import { Ago, type ModelShadow } from '@openteller/web-kit';
import { Chip } from '../../../shared/chips.tsx';
import { millis, percent } from '../../../shared/words.ts';
import classes from '../models.module.css';
import { taskOf, whyOf } from '../words.ts';

const HIGH = 0.8;
const LOW = 0.5;

const colourOf = (agree: number): string => (agree >= HIGH ? 'teal' : agree >= LOW ? 'yellow' : 'red');
const wordsOf = (agree: number): string =>
  agree >= HIGH ? 'say much the same' : agree >= LOW ? 'differ in part' : 'differ';

/** One question's two answers, side by side. */
export function ShadowPair({ shadow }: { shadow: ModelShadow }) {
  const { agree } = shadow;
  return (
    <article className={classes.pair}>
      <header className={classes.pairHead}>
        <span className={classes.sub}>
          {shadow.task && `${taskOf(shadow.task).title}, `}
          <Ago at={shadow.at} />
        </span>
        {agree !== undefined && (
          <Chip color={colourOf(agree)}>
            {percent(agree)}: they {wordsOf(agree)}
          </Chip>
        )}
      </header>
      <div className={classes.sides}>
        <Side
          title="Sent"
          model={shadow.live.model}
          took={shadow.liveMillis}
          said={shadow.live.said}
          none="No answer"
        />
        <Side
          title="In the shadow"
          model={shadow.candidate.model}
          took={shadow.candidateMillis}
          said={shadow.candidate.said}
          none={whyOf(shadow.outcome, undefined)}
        />
      </div>
    </article>
  );
}

interface SideProps {
  title: string;
  model: string;
  took: number | undefined;
  said: string | undefined;
  /** What stands where an answer would. */
  none: string;
}

function Side(props: SideProps) {
  return (
    <div className={classes.side}>
      <p className={classes.sideHead}>
        <strong>{props.title}</strong>
        <span>
          {props.model}, {millis(props.took)}
        </span>
      </p>
      <p className={classes.sideText} dir="auto">
        {props.said || <em>{props.none}</em>}
      </p>
    </div>
  );
}
