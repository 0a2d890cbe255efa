import { EmptyState, type Models } from '@openteller/web-kit';
import { IconCpu } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useCan } from '../../../shared/me.tsx';
import { type Region, regionsOf } from '../api/region.ts';
import classes from '../models.module.css';
import { CandidateCard } from './candidate-card.tsx';
import { partsOf } from './route-check.ts';
import { changeCandidate, type Draft, moveCandidate, removeCandidate, routeOf } from './route-draft.ts';

interface CandidateListProps {
  draft: Draft;
  models: Models;
  region: Region | undefined;
  onChange: (draft: Draft) => void;
}

/** Candidates that move by dragging their handle, or by the buttons beside it; each move is said aloud. */
export function CandidateList({ draft, models, region, onChange }: CandidateListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string>();
  const mayWrite = useCan('PLUGIN_WRITE');
  const parts = partsOf(routeOf(draft).candidates);
  const move = (key: string, to: number) => {
    const next = moveCandidate(draft, key, to);
    if (next === draft) return;
    onChange(next);
    setSaid(`${next.candidates[to]?.model || 'The candidate'} is now number ${to + 1}`);
  };
  if (draft.candidates.length === 0) {
    return (
      <EmptyState
        kind="first"
        icon={<IconCpu size={26} stroke={1.6} />}
        title="No model is asked"
        text="The platform goes on without. Add a model to let it help."
        compact
      />
    );
  }
  return (
    <>
      <ol className={classes.candidates} ref={list}>
        {draft.candidates.map((candidate, index) => (
          <li
            key={candidate.key}
            data-dragged={dragged === candidate.key || undefined}
            onDragOver={(event) => {
              if (!dragged) return;
              event.preventDefault();
              if (dragged !== candidate.key) move(dragged, index);
            }}
            onDrop={(event) => event.preventDefault()}
          >
            <CandidateCard
              candidate={candidate}
              place={index}
              last={index === draft.candidates.length - 1}
              part={parts[index]}
              models={models}
              regions={regionsOf(region)}
              disabled={!mayWrite}
              onDrag={(on) => setDragged(on ? candidate.key : undefined)}
              onMove={(to) => move(candidate.key, to)}
              onRemove={() => onChange(removeCandidate(draft, candidate.key))}
              onChange={(change) => onChange(changeCandidate(draft, candidate.key, change))}
            />
          </li>
        ))}
      </ol>
      <p className="ot-visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}
