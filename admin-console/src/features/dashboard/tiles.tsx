import type { InsightOverview } from '@openteller/web-kit';
import { count, millis, NONE, percent, plural } from '../../shared/words.ts';
import classes from './dashboard.module.css';
import { Trend } from './trend.tsx';

interface Tile {
  label: string;
  value: string;
  /** What the number is made of. */
  basis: string;
  trend?: number[];
  color?: string;
}

/** The five numbers. What cannot be known yet is a dash with the reason, never a zero. */
export function Tiles({ overview }: { overview: InsightOverview }) {
  return (
    <ul className={classes.tiles}>
      {tilesOf(overview).map((tile) => (
        <li key={tile.label} className={classes.tile}>
          <span className={classes.tileLabel}>{tile.label}</span>
          <span className={classes.tileValue} data-none={tile.value === NONE || undefined}>
            {tile.value}
          </span>
          <span className={classes.tileBasis}>{tile.basis}</span>
          {tile.trend && <Trend points={tile.trend} color={tile.color ?? 'iris'} />}
        </li>
      ))}
    </ul>
  );
}

export function tilesOf(overview: InsightOverview): Tile[] {
  const { conversations, messages, csatAverage, csatCount, byDay } = overview;
  const answered = overview.medianAnswerMillis !== undefined && overview.medianAnswerMillis !== null;
  const rated = csatCount > 0 && csatAverage !== undefined && csatAverage !== null;
  return [
    {
      label: 'Conversations',
      value: count(conversations),
      basis: plural(messages, 'message'),
      trend: byDay.map((day) => day.conversations),
      color: 'iris',
    },
    {
      label: 'Answered by the assistant',
      value: percent(overview.containedShare),
      basis: conversations > 0 ? 'no person was needed' : 'no conversations yet',
      trend: byDay.map((day) => day.contained),
      color: 'teal',
    },
    {
      label: 'Handed to people',
      value: percent(overview.escalatedShare),
      basis: conversations > 0 ? 'by a rule or on request' : 'no conversations yet',
      trend: byDay.map((day) => day.escalated),
      color: 'orange',
    },
    {
      label: 'Satisfaction',
      value: rated ? `${csatAverage.toFixed(1)} / 5` : NONE,
      basis: rated ? `from ${plural(csatCount, 'rating')}` : 'no ratings yet',
    },
    {
      label: 'Time to answer',
      value: millis(overview.medianAnswerMillis),
      basis: answered ? `median; 95 % within ${millis(overview.p95AnswerMillis)}` : 'nothing answered yet',
    },
  ];
}
