import { Skeleton } from '@mantine/core';
import type { PluginUsage } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { byPoint, type Hours, hoursIn, pointsOf, windowOf } from '../../../shared/charts/hours.ts';
import { latencyOf, sumOf } from '../../../shared/charts/merge.ts';
import { TimeChart } from '../../../shared/charts/time-chart.tsx';
import { WindowSwitch } from '../../../shared/charts/window-switch.tsx';
import { Loaded } from '../../../shared/loaded.tsx';
import { count, millis, percent, plural } from '../../../shared/words.ts';
import { pluginUsageQuery } from '../api/usage.ts';
import classes from '../plugins.module.css';
import { Operations } from './operations.tsx';

const CALLS = [
  { name: 'answered', label: 'Answered', color: 'teal.6' },
  { name: 'failed', label: 'Failed', color: 'red.6' },
  { name: 'held', label: 'Held back', color: 'yellow.5' },
];
const TIMES = [
  { name: 'p50', label: 'Half are faster (p50)', color: 'iris.5' },
  { name: 'p95', label: '95 of 100 are faster (p95)', color: 'orange.6', dashes: '6 4' },
];

/** How often it is called for this bank, and how long that takes. */
export function UsageTab({ id, hours }: { id: string; hours: Hours }) {
  const navigate = useNavigate({ from: '/plugins/$id' });
  const usage = useQuery(pluginUsageQuery(id, hours));
  return (
    <>
      <div className={classes.usageHead}>
        <p className={classes.usageSum} role="status">
          {usage.data ? summary(usage.data.items) : ' '}
        </p>
        <WindowSwitch
          hours={hours}
          onChange={(next) => {
            const given = hoursIn(next);
            void navigate({ search: { tab: 'usage', ...(given ? { hours: given } : {}) }, replace: true });
          }}
        />
      </div>
      <Loaded
        query={usage}
        title="The usage could not be loaded"
        waiting={
          <div className={classes.charts}>
            <Skeleton height={338} radius="lg" />
            <Skeleton height={338} radius="lg" />
          </div>
        }
      >
        {({ items, operations }) => (
          <>
            <Charts items={items} hours={hours} busy={usage.isPlaceholderData} />
            <Operations operations={operations} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Charts({ items, hours, busy }: { items: PluginUsage[]; hours: Hours; busy: boolean }) {
  const points = useMemo(() => {
    const grouped = byPoint(items, hours);
    return pointsOf(hours, Date.now()).map((at) => {
      const here = grouped.get(at) ?? [];
      const calls = sumOf(here, (each) => each.calls);
      const failed = sumOf(here, (each) => each.failed);
      const held = sumOf(here, (each) => each.held);
      return {
        at,
        values: { ...latencyOf(here), answered: calls - failed, failed, held },
      };
    });
  }, [items, hours]);
  const { each } = windowOf(hours);
  const empty = 'No call in this time. It is drawn as soon as a customer’s question needs this plugin.';
  return (
    <div className={classes.charts}>
      <TimeChart
        title="Calls"
        hint={`Each bar is ${each}`}
        kind="bars"
        hours={hours}
        points={points}
        series={CALLS}
        format={count}
        empty={empty}
        busy={busy}
      />
      <TimeChart
        title="Time for a call"
        hint={`Each point is ${each}`}
        kind="lines"
        hours={hours}
        points={points}
        series={TIMES}
        format={millis}
        empty={empty}
        busy={busy}
      />
    </div>
  );
}

function summary(items: PluginUsage[]): string {
  const calls = sumOf(items, (each) => each.calls);
  const failed = sumOf(items, (each) => each.failed);
  const held = sumOf(items, (each) => each.held);
  if (calls + held === 0) return 'No calls';
  const more = held > 0 ? `, ${count(held)} held back` : '';
  return `${plural(calls, 'call')}, ${count(failed)} failed (${percent(failed / Math.max(1, calls), 1)})${more}`;
}
