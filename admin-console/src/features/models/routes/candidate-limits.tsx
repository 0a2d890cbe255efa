import { NumberField } from '../../../shared/forms/number-field.tsx';
import classes from '../models.module.css';
import type { DraftCandidate } from './route-draft.ts';

interface CandidateLimitsProps {
  candidate: DraftCandidate;
  disabled: boolean;
  onChange: (change: Partial<DraftCandidate>) => void;
}

/** How long it may take, and how many questions it may work on at once. */
export function CandidateLimits({ candidate, disabled, onChange }: CandidateLimitsProps) {
  const set = (change: { [K in keyof DraftCandidate]?: DraftCandidate[K] | undefined }) =>
    onChange(change as Partial<DraftCandidate>);
  return (
    <div className={classes.fields}>
      <NumberField
        label="First word within"
        none="No limit of its own"
        min={50}
        max={10_000}
        step={500}
        suffix=" ms"
        value={candidate.firstTokenMillis}
        disabled={disabled}
        onChange={(firstTokenMillis) => set({ firstTokenMillis })}
      />
      <NumberField
        label="Whole answer within"
        none="6,000 ms"
        min={200}
        max={10_000}
        step={500}
        suffix=" ms"
        value={candidate.totalMillis}
        disabled={disabled}
        onChange={(totalMillis) => set({ totalMillis })}
      />
      <NumberField
        label="At once, at most"
        none="16"
        min={1}
        max={1000}
        value={candidate.maxAtOnce}
        disabled={disabled}
        onChange={(maxAtOnce) => set({ maxAtOnce })}
      />
    </div>
  );
}
