import { SegmentedControl } from '@mantine/core';
import { NumberField } from '../../../shared/forms/number-field.tsx';
import classes from '../models.module.css';
import type { DraftCandidate } from './route-draft.ts';

interface CandidateRoleProps {
  candidate: DraftCandidate;
  disabled: boolean;
  onChange: (change: Partial<DraftCandidate>) => void;
}

const ROLES = [
  { value: 'live', label: 'Live' },
  { value: 'trial', label: 'On trial' },
  { value: 'shadow', label: 'Shadow' },
];
const MEANINGS: Record<string, string> = {
  live: 'Its answers are sent.',
  trial: 'It gets a fixed share of the questions, and its answers are sent.',
  shadow: 'It is asked as well; its answers are stored and compared, never sent.',
};
const FIRST_SHARE = 5;

/** Whether its answers reach customers, and how many of them. */
export function CandidateRole({ candidate, disabled, onChange }: CandidateRoleProps) {
  const role = candidate.shadow ? 'shadow' : candidate.canaryPercent !== undefined ? 'trial' : 'live';
  const choose = (next: string) =>
    onChange({
      shadow: next === 'shadow',
      canaryPercent: next === 'trial' ? (candidate.canaryPercent ?? FIRST_SHARE) : undefined,
    } as Partial<DraftCandidate>);
  return (
    <div className={classes.role}>
      <div>
        <SegmentedControl
          aria-label="Role"
          size="sm"
          disabled={disabled}
          value={role}
          data={ROLES}
          onChange={choose}
        />
        <p className={classes.sub}>{MEANINGS[role]}</p>
      </div>
      {role === 'live' && (
        <NumberField
          label="Weight"
          none="1"
          min={1}
          max={1000}
          step={1}
          value={candidate.weight}
          disabled={disabled}
          onChange={(weight) => onChange({ weight: weight ?? 1 })}
        />
      )}
      {role !== 'live' && (
        <NumberField
          label="Share of questions"
          none={role === 'shadow' ? 'All' : '0 %'}
          max={100}
          suffix=" %"
          value={candidate.canaryPercent}
          disabled={disabled}
          onChange={(percent) =>
            onChange({
              canaryPercent: percent ?? (role === 'shadow' ? undefined : 0),
            } as Partial<DraftCandidate>)
          }
        />
      )}
    </div>
  );
}
