import { exactTime } from '@openteller/web-kit';
import { IconClock, IconGauge, IconGitCommit, IconStopwatch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { humanise, millis, percent, routeOf } from '../../../shared/words.ts';
import type { ReadDecision } from './complete.ts';
import classes from './decision.module.css';
import { marked } from './marked-words.ts';

/** The question, the outcome and the rule in one sentence, and what it is tied to. */
export function Verdict({ decision }: { decision: ReadDecision }) {
  const { label, meaning, colour } = routeOf(decision.route);
  return (
    <div
      className={classes.verdict}
      style={{ '--tone': `var(--mantine-color-${colour}-6)` } as React.CSSProperties}
    >
      <blockquote className={classes.question} dir="auto">
        {marked(
          decision.question,
          decision.signals.map((signal) => signal.words),
        ).map((part) =>
          part.marked ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
        )}
      </blockquote>
      <p className={classes.outcome}>
        <strong>{label}.</strong> {meaning}, by the rule <code>{decision.rule}</code>.
      </p>
      <dl className={classes.facts}>
        <Fact
          icon={<IconGauge size={15} stroke={1.8} />}
          label="Confidence"
          value={percent(decision.confidence?.value)}
        />
        <Fact
          icon={<IconStopwatch size={15} stroke={1.8} />}
          label="Time taken"
          value={millis(decision.millis)}
        />
        <Fact
          icon={<IconGitCommit size={15} stroke={1.8} />}
          label="Release"
          value={String(decision.release)}
        />
        <Fact icon={<IconClock size={15} stroke={1.8} />} label="Decided" value={exactTime(decision.at)} />
      </dl>
      <span className="ot-visually-hidden">{humanise(decision.route)}</span>
    </div>
  );
}

function Fact({ icon, label, value }: { icon: ReactNode; label: string; value: string }) {
  return (
    <div>
      <dt>
        <span aria-hidden>{icon}</span>
        {label}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
