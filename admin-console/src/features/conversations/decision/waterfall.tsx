import { millis } from '../../../shared/words.ts';
import type { ReadDecision } from './complete.ts';
import classes from './decision.module.css';

export interface Bar {
  name: string;
  note: string;
  millis: number;
  /** Share of the whole that passed before it, and that it took; 0 to 1. */
  start: number;
  length: number;
}

/** Steps follow each other, so each bar begins where the one before ended. Time between steps shows as the gap at the end. */
export function bars(steps: ReadDecision['steps'], total: number): Bar[] {
  const sum = steps.reduce((all, step) => all + step.millis, 0);
  const whole = Math.max(total, sum, 1);
  let passed = 0;
  return steps.map((step) => {
    const bar = {
      name: step.name,
      note: step.note,
      millis: step.millis,
      start: passed / whole,
      length: step.millis / whole,
    };
    passed += step.millis;
    return bar;
  });
}

export function Waterfall({ steps, total }: { steps: ReadDecision['steps']; total: number }) {
  return (
    <ol className={classes.waterfall}>
      {bars(steps, total).map((bar, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the record never changes, and a step may be taken twice
        <li key={index}>
          <span className={classes.fallName}>{bar.name}</span>
          <span className={classes.fallTrack} aria-hidden>
            <span style={{ insetInlineStart: `${bar.start * 100}%`, width: `${bar.length * 100}%` }} />
          </span>
          <span className={classes.fallMillis}>{millis(bar.millis)}</span>
          {bar.note && <span className={classes.fallNote}>{bar.note}</span>}
        </li>
      ))}
    </ol>
  );
}
