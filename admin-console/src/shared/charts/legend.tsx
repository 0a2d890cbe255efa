import { useMantineTheme } from '@mantine/core';
import classes from './charts.module.css';
import type { Series } from './series.ts';

/** Says which line or bar is which; lines by their dashes as well as by their colour. */
export function Legend({ series, kind }: { series: Series[]; kind: 'lines' | 'bars' }) {
  const theme = useMantineTheme();
  const colourOf = (name: string) => {
    const [hue = '', shade = '6'] = name.split('.');
    return theme.colors[hue]?.[Number(shade)] ?? 'currentcolor';
  };
  return (
    <ul className={classes.legend}>
      {series.map(({ name, label, color, dashes }) => (
        <li key={name}>
          <svg width="22" height="10" aria-hidden="true">
            {kind === 'bars' ? (
              <rect x="5" width="11" height="10" rx="3" fill={colourOf(color)} />
            ) : (
              <line
                x1="0"
                x2="22"
                y1="5"
                y2="5"
                stroke={colourOf(color)}
                strokeWidth="2.5"
                strokeDasharray={dashes}
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
