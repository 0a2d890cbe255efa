import { NONE } from '../words.ts';
import { type Hours, pointLabel } from './hours.ts';
import type { Point, Series } from './series.ts';

interface NumbersProps {
  title: string;
  hours: Hours;
  points: Point[];
  series: Series[];
  format: (value: number) => string;
}

/** What a chart shows, for those who do not see it. */
export function Numbers({ title, hours, points, series, format }: NumbersProps) {
  return (
    <div className="ot-visually-hidden">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th>Time</th>
            {series.map(({ name, label }) => (
              <th key={name}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ at, values }) => (
            <tr key={at}>
              <th>{pointLabel(at, hours)}</th>
              {series.map(({ name }) => {
                const value = values[name];
                return <td key={name}>{value === undefined ? NONE : format(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
