import type { ModelBudget } from '@openteller/web-kit';
import { NumberField } from '../../../shared/forms/number-field.tsx';
import { useMe } from '../../../shared/me.tsx';
import classes from '../models.module.css';
import { minorUnits } from '../use-money.ts';

interface BudgetFieldsProps {
  budget: ModelBudget;
  currency?: string | undefined;
  disabled: boolean;
  onChange: (budget: ModelBudget) => void;
}

/** Four limits, each of which may be left out. */
export function BudgetFields({ budget, currency, disabled, onChange }: BudgetFieldsProps) {
  const { bank } = useMe();
  const own = currency ?? bank.currency;
  const units = minorUnits(own);
  const set = (change: { [K in keyof ModelBudget]?: ModelBudget[K] | undefined }) =>
    onChange({ ...budget, ...change } as ModelBudget);
  return (
    <div className={classes.fields}>
      <NumberField
        label="Tokens a minute"
        none="No limit"
        step={1000}
        value={budget.tokensPerMinute}
        disabled={disabled}
        onChange={(tokensPerMinute) => set({ tokensPerMinute })}
      />
      <NumberField
        label="Tokens a day"
        none="No limit"
        step={10_000}
        value={budget.tokensPerDay}
        disabled={disabled}
        onChange={(tokensPerDay) => set({ tokensPerDay })}
      />
      <NumberField
        label="Tokens a day for one customer"
        none="No limit"
        step={1000}
        value={budget.customerTokensPerDay}
        disabled={disabled}
        onChange={(customerTokensPerDay) => set({ customerTokensPerDay })}
      />
      <NumberField
        label={`Money a day (${own})`}
        none="No limit"
        decimals={Math.round(Math.log10(units))}
        value={budget.moneyPerDayMinor === undefined ? undefined : budget.moneyPerDayMinor / units}
        disabled={disabled}
        onChange={(money) =>
          set({ moneyPerDayMinor: money === undefined ? undefined : Math.round(money * units) })
        }
      />
    </div>
  );
}
