import type { ModelCandidate } from '@openteller/web-kit';
import classes from '../models.module.css';
import { NumberField } from './number-field.tsx';

interface CandidateLimitsProps {
  candidate: ModelCandidate;
  disabled: boolean;
  onChange: (change: Partial<ModelCandidate>) => void;
}

/** How long it may take, and how many questions it may work on at once. */
export function CandidateLimits({ candidate, disabled, onChange }: CandidateLimitsProps) {
  const set = (change: { [K in keyof ModelCandidate]?: ModelCandidate[K] | undefined }) =>
    onChange(change as Partial<ModelCandidate>);
  return (
    <div className={classes.fields}>
      <NumberField
        label="First word within"
        none="No limit of its own"
        min={100}
        max={60_000}
        step={500}
        suffix=" ms"
        value={candidate.firstTokenMillis}
        disabled={disabled}
        onChange={(firstTokenMillis) => set({ firstTokenMillis })}
      />
      <NumberField
        label="Whole answer within"
        none="No limit of its own"
        min={100}
        max={120_000}
        step={500}
        suffix=" ms"
        value={candidate.totalMillis}
        disabled={disabled}
        onChange={(totalMillis) => set({ totalMillis })}
      />
      <NumberField
        label="At once, at most"
        none="No limit"
        min={1}
        max={1000}
        value={candidate.maxAtOnce}
        disabled={disabled}
        onChange={(maxAtOnce) => set({ maxAtOnce })}
      />
    </div>
  );
}
