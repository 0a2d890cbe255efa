import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconFlag,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useEditor } from '../editor/context.tsx';
import { changeDefinition, reorder } from '../model/edits.ts';
import classes from './outline.module.css';
import type { OutlineStepProps } from './outline-step.tsx';

/** What can be done with the chosen step, as buttons: one stop of Tab, between which the arrows go. */
export function StepTools({ id, first, last, onAdd, onRename, onDuplicate, onRemove }: OutlineStepProps) {
  const { draft } = useEditor();
  const [at, setAt] = useState(0);
  const tools = [
    { label: `Add a step after ${id}`, icon: <IconPlus size={16} />, run: () => onAdd() },
    {
      label: `Move ${id} up`,
      icon: <IconArrowUp size={16} />,
      off: first,
      run: () => draft.edit((sheet) => reorder(sheet, id, -1)),
    },
    {
      label: `Move ${id} down`,
      icon: <IconArrowDown size={16} />,
      off: last,
      run: () => draft.edit((sheet) => reorder(sheet, id, 1)),
    },
    {
      label: `Begin with ${id}`,
      icon: <IconFlag size={16} />,
      off: draft.sheet.definition.start === id,
      run: () => draft.edit((sheet) => changeDefinition(sheet, { start: id })),
    },
    { label: `Rename ${id}`, icon: <IconPencil size={16} />, run: onRename },
    { label: `Duplicate ${id}`, icon: <IconCopy size={16} />, run: onDuplicate },
    { label: `Remove ${id}`, icon: <IconTrash size={16} />, run: onRemove },
  ];
  const able = tools.flatMap(({ off }, place) => (off ? [] : [place]));
  const stop = able.includes(at) ? at : (able[0] ?? 0);
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = able[able.indexOf(stop) + by];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    setAt(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <span className={classes.tools} role="toolbar" aria-label={`Tools of ${id}`} onKeyDown={walk}>
      {tools.map(({ label, icon, off, run }, place) => (
        <Tooltip key={label} label={label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={label}
            disabled={off === true}
            tabIndex={place === stop ? 0 : -1}
            onFocus={() => setAt(place)}
            onClick={run}
          >
            {icon}
          </ActionIcon>
        </Tooltip>
      ))}
    </span>
  );
}
