import { ActionIcon, Autocomplete, Select, Switch, Tooltip } from '@mantine/core';
import type { Models } from '@openteller/web-kit';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import classes from '../models.module.css';
import { CandidateLimits } from './candidate-limits.tsx';
import { CandidateRole } from './candidate-role.tsx';
import { partSentence } from './part-words.tsx';
import type { Part } from './route-check.ts';
import type { DraftCandidate } from './route-draft.ts';

export interface CandidateCardProps {
  candidate: DraftCandidate;
  place: number;
  last: boolean;
  part: Part | undefined;
  models: Models;
  regions: string[];
  disabled: boolean;
  onDrag: (on: boolean) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onChange: (change: Partial<DraftCandidate>) => void;
}

export function CandidateCard(props: CandidateCardProps) {
  const { candidate, place, last, part, models, regions, disabled, onDrag, onMove, onRemove, onChange } =
    props;
  const name = candidate.model || `candidate ${place + 1}`;
  const usable = models.providers.filter(
    ({ state, plugin }) => state === 'ENABLED' || plugin === candidate.plugin,
  );
  const offered = models.providers.find(({ plugin }) => plugin === candidate.plugin)?.models ?? [];
  return (
    <section
      className={classes.candidate}
      aria-label={`${place + 1}: ${name}`}
      data-shadow={candidate.shadow || undefined}
    >
      <div className={classes.candidateHead}>
        <span
          className={classes.grip}
          draggable={!disabled}
          title="Drag to another place"
          aria-hidden
          onDragStart={() => onDrag(true)}
          onDragEnd={() => onDrag(false)}
        >
          <IconGripVertical size={18} />
        </span>
        <span className={classes.place}>{place + 1}</span>
        <span className={classes.candidateShare}>{partSentence(part)}</span>
        {!disabled && (
          <>
            <Small
              label={`Move ${name} up`}
              off={place === 0}
              run={() => onMove(place - 1)}
              icon={IconArrowUp}
            />
            <Small
              label={`Move ${name} down`}
              off={last}
              run={() => onMove(place + 1)}
              icon={IconArrowDown}
            />
            <Small label={`Remove ${name}`} run={onRemove} icon={IconTrash} />
          </>
        )}
      </div>
      <div className={classes.fields}>
        <Select
          label="Provider"
          placeholder="Choose"
          allowDeselect={false}
          disabled={disabled}
          value={candidate.plugin || null}
          data={usable.map((each) => ({ value: each.plugin, label: each.name ?? each.plugin }))}
          onChange={(plugin) => onChange({ plugin: plugin ?? '', model: '' })}
        />
        <Autocomplete
          label="Model"
          placeholder={offered.length > 0 ? 'Choose or write its name' : 'Write its name'}
          disabled={disabled || !candidate.plugin}
          value={candidate.model}
          data={[...new Set(offered)]}
          onChange={(model) => onChange({ model: model.trim() })}
        />
        <Select
          label="Region"
          placeholder="Not said"
          clearable
          disabled={disabled}
          value={candidate.region ?? null}
          data={[...new Set([...regions, ...(candidate.region ? [candidate.region] : [])])]}
          onChange={(region) => onChange({ region: region ?? undefined } as Partial<DraftCandidate>)}
        />
      </div>
      {place > 0 && !candidate.shadow && candidate.canaryPercent === undefined && (
        <Switch
          size="sm"
          label="Shares questions with the one above"
          description="Otherwise it is asked when those above fail"
          checked={candidate.together}
          disabled={disabled}
          onChange={(event) => onChange({ together: event.currentTarget.checked })}
        />
      )}
      <CandidateRole candidate={candidate} disabled={disabled} onChange={onChange} />
      <CandidateLimits candidate={candidate} disabled={disabled} onChange={onChange} />
    </section>
  );
}

function Small(props: { label: string; off?: boolean; run: () => void; icon: typeof IconTrash }) {
  const { label, off = false, run, icon: Icon } = props;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={label}
        // A disabled button would lose the focus when its candidate reaches the end.
        aria-disabled={off}
        data-disabled={off || undefined}
        onClick={() => !off && run()}
      >
        <Icon size={17} stroke={1.8} />
      </ActionIcon>
    </Tooltip>
  );
}
