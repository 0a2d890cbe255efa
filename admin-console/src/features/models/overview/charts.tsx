import type { ModelUsage } from '@openteller/web-kit';
import { useMemo } from 'react';
import { type Hours, windowOf } from '../../../shared/charts/hours.ts';
import { TimeChart } from '../../../shared/charts/time-chart.tsx';
import { Card } from '../../../shared/page.tsx';
import { count, millis } from '../../../shared/words.ts';
import classes from '../models.module.css';
import { useMoney } from '../use-money.ts';
import { latencyPoints, modelsIn, pointsPerModel, seriesOf, totalsOf } from './figures.ts';
import { TotalsTable } from './totals-table.tsx';

const TIMES = [
  { name: 'p50', label: 'Half are faster (p50)', color: 'iris.5' },
  { name: 'p95', label: '95 of 100 are faster (p95)', color: 'orange.6', dashes: '7 4' },
  { name: 'first', label: 'First word (p50)', color: 'teal.6', dashes: '2 3' },
];

interface ChartsProps {
  items: ModelUsage[];
  hours: Hours;
  currency: string | undefined;
  busy: boolean;
}

export function Charts({ items, hours, currency, busy }: ChartsProps) {
  const money = useMoney(currency);
  const drawn = useMemo(() => {
    const now = Date.now();
    const keys = modelsIn(items);
    return {
      series: seriesOf(keys),
      times: latencyPoints(items, hours, now),
      failures: pointsPerModel(items, keys, hours, now, (each) => each.failed),
      costs: pointsPerModel(items, keys, hours, now, (each) => each.costMinor),
      totals: totalsOf(items),
    };
  }, [items, hours]);
  const { each } = windowOf(hours);
  const none = 'No model was asked in this time. Switch a route on, or try the playground.';
  return (
    <div className={classes.charts}>
      <TimeChart
        title="Time for an answer"
        hint={`Each point is ${each}`}
        kind="lines"
        hours={hours}
        points={drawn.times}
        series={TIMES}
        format={millis}
        empty={none}
        busy={busy}
      />
      <TimeChart
        title="Errors"
        hint={`Failed calls, by model; each bar is ${each}`}
        kind="bars"
        hours={hours}
        points={drawn.failures}
        series={drawn.series}
        format={count}
        empty={items.length === 0 ? none : 'No call failed in this time.'}
        busy={busy}
      />
      <TimeChart
        title="Cost"
        hint={`By model, from the operator’s price list; each bar is ${each}`}
        kind="bars"
        hours={hours}
        points={drawn.costs}
        series={drawn.series}
        format={money}
        empty={items.length === 0 ? none : 'Nothing was charged: the models used have no price, or none.'}
        busy={busy}
      />
      <Card title="By model" hint="In the same time" className={classes.wholeRow} flush>
        <TotalsTable totals={drawn.totals} money={money} />
      </Card>
    </div>
  );
}
