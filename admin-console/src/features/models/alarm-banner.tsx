import { Ago, type ModelAlarm, useNow } from '@openteller/web-kit';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { alarmsQuery } from './api/alarms.ts';
import classes from './models.module.css';
import { taskOf } from './words.ts';

const SHOWN = 3;
const TITLES: Record<string, { title: string; grave: boolean }> = {
  BUDGET_SPENT: { title: 'A budget is spent', grave: true },
  BUDGET_80: { title: 'A budget is nearly spent', grave: false },
  BREAKER_OPEN: { title: 'A model does not answer', grave: true },
};

/** What somebody should know before they look at anything else. Nothing when all is well, and nothing when nobody could ask. */
export function AlarmBanner() {
  const alarms = useQuery(alarmsQuery);
  const now = useNow(60_000);
  // The record keeps older ones; a day's budget is whole again on the next.
  const today = (alarms.data ?? []).filter((alarm) => sameDay(alarm.at, now));
  if (today.length === 0) return null;
  const more = today.length - SHOWN;
  return (
    <section className={classes.alarms} aria-label="Alarms">
      {today.slice(0, SHOWN).map((alarm) => (
        <Alarm key={`${alarm.at} ${alarm.kind} ${alarm.task ?? ''}`} alarm={alarm} />
      ))}
      {more > 0 && <p className={classes.sub}>and {more} more, under Budgets</p>}
    </section>
  );
}

/** The days of budgets are those of UTC. */
export const sameDay = (at: string, now: number): boolean =>
  new Date(at).toISOString().slice(0, 10) === new Date(now).toISOString().slice(0, 10);

export function Alarm({ alarm }: { alarm: ModelAlarm }) {
  const { title, grave } = TITLES[alarm.kind] ?? { title: 'Look at this', grave: false };
  const Icon = alarm.kind === 'BREAKER_OPEN' ? IconPlugConnectedX : IconAlertTriangle;
  return (
    <p className={classes.alarm} data-grave={grave || undefined}>
      <Icon size={18} stroke={1.8} aria-hidden />
      <span>
        <strong>{alarm.task ? `${title}: ${taskOf(alarm.task).title.toLowerCase()}` : title}.</strong>{' '}
        {alarm.words} (<Ago at={alarm.at} />)
      </span>
    </p>
  );
}
