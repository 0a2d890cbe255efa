import type { ConfusionCell } from '@openteller/web-kit';
import { type CSSProperties, useMemo, useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import { humanise, percent } from '../../../shared/words.ts';
import classes from '../intents.module.css';

const MOST = 14;

interface HeatMapProps {
  cells: readonly ConfusionCell[];
  titleOf: (name: string) => string;
}

/** The intents that are confused most, against each other. A cell tells its messages when it is pointed at or reached by key. */
export function HeatMap({ cells, titleOf }: HeatMapProps) {
  const map = useMemo(() => arranged(cells), [cells]);
  const [chosen, setChosen] = useState<ConfusionCell>();
  const shown = chosen ?? map.worst;
  if (!map.worst) {
    return (
      <Card title="Confusions">
        <p className={classes.sub}>No example was taken for another intent.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Confusions"
      hint={`Rows are what a message was about, columns what it was taken for. The ${map.names.length} intents with most confusions among them.`}
    >
      <section className={classes.heatBox} tabIndex={0} aria-label="Confusion matrix">
        <table className={classes.heat}>
          <thead>
            <tr>
              <td />
              {map.names.map((name) => (
                <th key={name} scope="col" title={titleOf(name)}>
                  <span>{humanise(name)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.names.map((row) => (
              <tr key={row}>
                <th scope="row" title={titleOf(row)}>
                  {humanise(row)}
                </th>
                {map.names.map((column) => {
                  const cell = map.at.get(`${row}\n${column}`);
                  const share = cell ? cell.count / (map.totals.get(row) ?? 1) : 0;
                  const same = row === column;
                  return (
                    <td
                      key={column}
                      data-same={same || undefined}
                      data-chosen={(cell && cell === shown) || undefined}
                      style={
                        {
                          '--heat': `${Math.round(Math.min(1, same ? share : share * 3) * 100)}%`,
                        } as CSSProperties
                      }
                    >
                      {cell && !same ? (
                        <button
                          type="button"
                          aria-label={`${titleOf(row)} taken for ${titleOf(column)}: ${cell.count}`}
                          onMouseEnter={() => setChosen(cell)}
                          onFocus={() => setChosen(cell)}
                          onClick={() => setChosen(cell)}
                        >
                          {cell.count}
                        </button>
                      ) : (
                        cell?.count
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown && (
        <div className={classes.heatCell} aria-live="polite">
          <p>
            <strong>{titleOf(shown.intent)}</strong> taken for <strong>{titleOf(shown.predicted)}</strong>:{' '}
            {shown.count} of {map.totals.get(shown.intent)} (
            {percent(shown.count / (map.totals.get(shown.intent) ?? 1))})
          </p>
          {shown.samples.map((sample) => (
            <q key={sample} className={classes.sample} dir="auto">
              {sample}
            </q>
          ))}
        </div>
      )}
    </Card>
  );
}

/** Pairs are taken whole, worst first, until the table is full: a row without its column would say nothing. */
function arranged(cells: readonly ConfusionCell[]) {
  const wrong = cells.filter((cell) => cell.intent !== cell.predicted);
  const totals = new Map<string, number>();
  const at = new Map<string, ConfusionCell>();
  for (const cell of cells) {
    totals.set(cell.intent, (totals.get(cell.intent) ?? 0) + cell.count);
    at.set(`${cell.intent}\n${cell.predicted}`, cell);
  }
  const names = new Set<string>();
  for (const cell of wrong) {
    const more = [cell.intent, cell.predicted].filter((name) => !names.has(name));
    if (names.size + more.length <= MOST) for (const name of more) names.add(name);
  }
  return { names: [...names], totals, at, worst: wrong[0] };
}
