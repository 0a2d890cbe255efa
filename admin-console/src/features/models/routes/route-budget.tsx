import { Card } from '../../../shared/page.tsx';
import { BudgetFields } from '../budgets/budget-fields.tsx';
import type { Draft } from './route-draft.ts';

interface RouteBudgetProps {
  draft: Draft;
  disabled: boolean;
  onChange: (draft: Draft) => void;
}

export function RouteBudget({ draft, disabled, onChange }: RouteBudgetProps) {
  return (
    <Card
      title="Budget of this task"
      hint="When it is spent, answers are made of the documents’ own sentences, or a person takes over"
    >
      <BudgetFields
        budget={draft.budget}
        disabled={disabled}
        onChange={(budget) => onChange({ ...draft, budget })}
      />
    </Card>
  );
}
