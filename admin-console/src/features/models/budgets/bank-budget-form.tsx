import { Alert, Button, Group } from '@mantine/core';
import { asProblem, type BankBudget, toast } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { NumberField } from '../../../shared/forms/number-field.tsx';
import { useCan } from '../../../shared/me.tsx';
import { useUnsaved } from '../../../shared/unsaved.tsx';
import { useChangeBudget } from '../api/change-budget.ts';
import classes from '../models.module.css';
import { BudgetFields } from './budget-fields.tsx';

const NAMES = [
  'tokensPerMinute',
  'tokensPerDay',
  'customerTokensPerDay',
  'moneyPerDayMinor',
  'alarmPercent',
  'shadowPercent',
  'keptDays',
] as const;

interface BankBudgetFormProps {
  budget: BankBudget;
  currency: string | undefined;
}

export function BankBudgetForm({ budget, currency }: BankBudgetFormProps) {
  const [draft, setDraft] = useState(budget);
  const [stored, setStored] = useState(budget);
  const save = useChangeBudget();
  const mayWrite = useCan('PLUGIN_WRITE');
  const changed = NAMES.some((name) => draft[name] !== stored[name]);
  const { saved } = useUnsaved(changed);
  const problem = save.error ? asProblem(save.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft, {
      onSuccess: (answer) => {
        const next = answer ?? draft;
        saved();
        setStored(next);
        setDraft(next);
        toast('The budget is saved');
      },
    });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <BudgetFields
        budget={draft}
        currency={currency}
        disabled={!mayWrite}
        onChange={(next) => setDraft({ ...draft, ...next })}
      />
      <NumberField
        label="Warn at"
        hint="An alarm is shown when so much of a budget is gone"
        none="80 %"
        min={1}
        max={100}
        suffix=" %"
        value={draft.alarmPercent}
        disabled={!mayWrite}
        onChange={(alarmPercent) => setDraft({ ...draft, alarmPercent } as BankBudget)}
      />
      <NumberField
        label="For shadow answers, at most"
        hint="Of the budget of a day"
        none="10 %"
        max={100}
        suffix=" %"
        value={draft.shadowPercent}
        disabled={!mayWrite}
        onChange={(shadowPercent) => setDraft({ ...draft, shadowPercent } as BankBudget)}
      />
      <NumberField
        label="Calls are kept for"
        hint="Masked; then they are deleted"
        none="30 days"
        min={1}
        max={3650}
        suffix=" days"
        value={draft.keptDays}
        disabled={!mayWrite}
        onChange={(keptDays) => setDraft({ ...draft, keptDays } as BankBudget)}
      />
      {problem && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
          {[problem.detail, ...problem.errors.map((each) => each.message)].filter(Boolean).join('. ')}
        </Alert>
      )}
      {mayWrite && (
        <Group justify="flex-end">
          {changed && (
            <Button variant="subtle" color="gray" onClick={() => setDraft(stored)}>
              Discard
            </Button>
          )}
          <Button type="submit" disabled={!changed} loading={save.isPending}>
            Save
          </Button>
        </Group>
      )}
    </form>
  );
}
