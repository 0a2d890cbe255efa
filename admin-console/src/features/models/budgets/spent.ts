import type { BankBudget, ModelRoute, Models, ModelUsage } from '@openteller/web-kit';
import { sumOf } from '../../../shared/charts/merge.ts';

const DEFAULT_ALARM = 80;

export interface Spent {
  name: string;
  used: number;
  limit: number | undefined;
  money?: boolean;
}

export type Tone = 'accent' | 'warn' | 'danger';

/** How bad it is that so much of a budget is gone. */
export function toneOf({ used, limit }: Spent, alarmPercent: number | undefined): Tone {
  if (limit === undefined || limit === 0) return 'accent';
  if (used >= limit) return 'danger';
  return used >= (limit * (alarmPercent ?? DEFAULT_ALARM)) / 100 ? 'warn' : 'accent';
}

/** The day of budgets begins at midnight UTC, whatever the reader's zone. */
export const today = (items: readonly ModelUsage[], now: number): ModelUsage[] => {
  const day = new Date(now).toISOString().slice(0, 10);
  return items.filter((item) => new Date(item.at).toISOString().startsWith(day));
};

export function spentByBank(budget: BankBudget, models: Models, items: readonly ModelUsage[]): Spent[] {
  const cost = models.usage.costMinorToday ?? sumOf(items, (each) => each.costMinor);
  return [
    { name: 'Tokens today', used: models.usage.tokensToday, limit: budget.tokensPerDay },
    { name: 'Money today', used: cost, limit: budget.moneyPerDayMinor, money: true },
  ];
}

export function spentByTask(route: ModelRoute, models: Models, items: readonly ModelUsage[]): Spent[] {
  const known = models.usage.byTask.find((each) => each.task === route.task);
  const own = items.filter((each) => each.task === route.task);
  const { tokensPerDay, moneyPerDayMinor } = route.budget;
  return [
    ...(tokensPerDay === undefined
      ? []
      : [{ name: 'Tokens', used: known?.tokens ?? 0, limit: tokensPerDay }]),
    ...(moneyPerDayMinor === undefined
      ? []
      : [
          {
            name: 'Money',
            used: known?.costMinor ?? sumOf(own, (each) => each.costMinor),
            limit: moneyPerDayMinor,
            money: true,
          },
        ]),
  ];
}
