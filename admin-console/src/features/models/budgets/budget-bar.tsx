import { IconAlertTriangle } from '@tabler/icons-react';
import { count, percent } from '../../../shared/words.ts';
import classes from '../models.module.css';
import { type Spent, toneOf } from './spent.ts';

interface BudgetBarProps {
  spent: Spent;
  alarm: number | undefined;
  money: (minor: number) => string;
}

const WORDS = { accent: '', warn: 'nearly spent', danger: 'spent' } as const;

export function BudgetBar({ spent, alarm, money }: BudgetBarProps) {
  const { name, used, limit } = spent;
  const tone = toneOf(spent, alarm);
  const write = spent.money ? money : count;
  const share = limit ? Math.min(1, used / limit) : 0;
  return (
    <div className={classes.bar} data-tone={tone}>
      <p className={classes.barHead}>
        <span>{name}</span>
        <span>
          {WORDS[tone] && (
            <strong className={classes.barWord}>
              <IconAlertTriangle size={14} aria-hidden /> {WORDS[tone]}
            </strong>
          )}{' '}
          {limit === undefined
            ? `${write(used)}, no limit`
            : `${write(used)} of ${write(limit)} (${percent(used / Math.max(1, limit))})`}
        </span>
      </p>
      {limit !== undefined && (
        <span className={classes.barTrack} aria-hidden>
          <span className={classes.barFill} style={{ width: `${share * 100}%` }} />
          {alarm !== undefined && alarm < 100 && (
            <span className={classes.barAlarm} style={{ insetInlineStart: `${alarm}%` }} />
          )}
        </span>
      )}
    </div>
  );
}
