import { IconQuote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '../../shared/chips.tsx';
import { Meter } from '../../shared/meter.tsx';
import classes from './ask.module.css';

export interface Weighed {
  slug: string;
  version: number;
  title: string;
  heading: string;
  place: string;
  text: string;
  score: number;
  coverage: number;
  similarity: number;
  cited?: boolean;
}

/** A passage with its scores; `more` stands beneath them. */
export function WeighedPassage({
  passage,
  rank,
  more,
}: {
  passage: Weighed;
  rank: number;
  more?: ReactNode;
}) {
  return (
    <li className={classes.passage} data-cited={passage.cited || undefined}>
      <span className={classes.rank} aria-hidden>
        {rank}
      </span>
      <div className={classes.passageBody}>
        <p className={classes.passageHead}>
          <Link to="/knowledge/$slug" params={{ slug: passage.slug }} search={{ v: passage.version }}>
            {passage.title}
          </Link>
          {passage.cited && (
            <Chip color="iris">
              <IconQuote size={11} aria-hidden /> Cited
            </Chip>
          )}
        </p>
        <span className={classes.sub}>
          {[`version ${passage.version}`, passage.heading, passage.place].filter(Boolean).join(' · ')}
        </span>
        <p className={classes.passageText} dir="auto">
          {passage.text}
        </p>
      </div>
      <div className={classes.scores}>
        <Meter
          label="Question covered"
          value={passage.coverage ?? 0}
          tone={(passage.coverage ?? 0) >= 0.6 ? 'ok' : 'warn'}
        />
        <Meter
          label="Alike in meaning"
          value={Math.max(0, passage.similarity ?? 0)}
          tone={(passage.similarity ?? 0) >= 0.5 ? 'ok' : 'muted'}
        />
        <span className={classes.sub}>score {(passage.score ?? 0).toFixed(2)}</span>
        {more}
      </div>
    </li>
  );
}
