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
import { useEditor } from '../editor/context.tsx';
import { changeDefinition, reorder } from '../model/edits.ts';
import classes from './outline.module.css';
import type { OutlineStepProps } from './outline-step.tsx';

/** What can be done with the chosen step, as buttons. */
export function StepTools({ id, first, last, onAdd, onRename, onDuplicate, onRemove }: OutlineStepProps) {
  const { draft } = useEditor();
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
  return (
    <span className={classes.tools}>
      {tools.map(({ label, icon, off, run }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={off === true} onClick={run}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ))}
    </span>
  );
}
