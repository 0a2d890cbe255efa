import classes from './meter.module.css';
import { percent } from './words.ts';

interface MeterProps {
  label: string;
  /** 0 to 1. */
  value: number;
  tone?: 'accent' | 'muted' | 'ok' | 'warn';
  /** What stands at the end of the bar; the percentage if left out. */
  text?: string;
  /** The text is longer than one number. */
  long?: boolean;
}

/** A named share as a bar with its number. */
export function Meter({ label, value, tone = 'accent', text, long }: MeterProps) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <div className={classes.meter} data-tone={tone} data-long={long || undefined}>
      <span className={classes.label}>{label}</span>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={classes.value}>{text ?? percent(value)}</span>
    </div>
  );
}
