import type { BankBudget, Models, ModelUsage } from '@openteller/web-kit';
import { useNow } from '@openteller/web-kit';
import { Card } from '../../../shared/page.tsx';
import classes from '../models.module.css';
import { useMoney } from '../use-money.ts';
import { taskOf } from '../words.ts';
import { BudgetBar } from './budget-bar.tsx';
import { spentByBank, spentByTask, today } from './spent.ts';

interface SpentTodayProps {
  budget: BankBudget;
  models: Models;
  usage: ModelUsage[];
  currency: string | undefined;
}

/** Budgets as bars, with the place at which somebody is warned. */
export function SpentToday({ budget, models, usage, currency }: SpentTodayProps) {
  const money = useMoney(currency);
  const items = today(usage, useNow(60_000));
  const alarm = budget.alarmPercent;
  const tasks = models.routes
    .map((route) => ({ task: route.task, spent: spentByTask(route, models, items) }))
    .filter(({ spent }) => spent.length > 0);
  return (
    <Card title="Spent today" hint="Since midnight UTC">
      <div className={classes.bars}>
        {spentByBank(budget, models, items).map((spent) => (
          <BudgetBar key={spent.name} spent={spent} alarm={alarm} money={money} />
        ))}
        {tasks.map(({ task, spent }) => (
          <section key={task} aria-label={taskOf(task).title}>
            <h3 className={classes.barsTitle}>{taskOf(task).title}</h3>
            {spent.map((each) => (
              <BudgetBar key={each.name} spent={each} alarm={alarm} money={money} />
            ))}
          </section>
        ))}
      </div>
    </Card>
  );
}
