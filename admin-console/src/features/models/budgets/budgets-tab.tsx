import { Skeleton } from '@mantine/core';
import type { Models } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { budgetQuery } from '../api/budget.ts';
import { modelUsageQuery } from '../api/usage.ts';
import classes from '../models.module.css';
import { AlarmList } from './alarm-list.tsx';
import { BankBudgetForm } from './bank-budget-form.tsx';
import { SpentToday } from './spent-today.tsx';

/** What the bank lets models use in a day, how much of it is gone, and who is warned. */
export function BudgetsTab({ models }: { models: Models }) {
  const budget = useQuery(budgetQuery);
  const usage = useQuery(modelUsageQuery(24));
  return (
    <Loaded
      query={budget}
      title="The budget could not be loaded"
      waiting={<Skeleton height={460} radius="lg" />}
    >
      {(data) => (
        <div className={classes.editorColumns}>
          <div className={classes.stack}>
            <SpentToday
              budget={data}
              models={models}
              usage={usage.data?.items ?? []}
              currency={data.currency ?? usage.data?.currency}
            />
            <AlarmList />
          </div>
          <Card
            title="Budget of the bank"
            hint="For all tasks together. When it is spent, answers are made of the documents’ own sentences, or a person takes over"
          >
            <BankBudgetForm budget={data} currency={data.currency} />
          </Card>
        </div>
      )}
    </Loaded>
  );
}
