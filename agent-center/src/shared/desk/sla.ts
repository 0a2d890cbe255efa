import { duration, type QueueItem } from '@openteller/web-kit';

export interface Sla {
  /** Share of the promised time that is gone; over 1 means broken. */
  used: number;
  risk: 'fine' | 'soon' | 'late';
  /** "4 m 10 s left" or "1 m 02 s over". */
  text: string;
}

/** How much of the promised answer time a waiting customer has used up at `now`. */
export function slaOf(item: Pick<QueueItem, 'slaSeconds' | 'slaDueAt'>, now: number): Sla {
  const left = Date.parse(item.slaDueAt) - now;
  const total = item.slaSeconds * 1000;
  const used = total > 0 ? Math.max(0, 1 - left / total) : 1;
  return {
    used,
    risk: left < 0 ? 'late' : used >= 0.7 ? 'soon' : 'fine',
    text: left < 0 ? `${duration(-left)} over` : `${duration(left)} left`,
  };
}
