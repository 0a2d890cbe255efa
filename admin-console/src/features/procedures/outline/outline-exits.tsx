import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useEditor } from '../editor/context.tsx';
import { AS_USUAL } from '../inspector/exit-fields.tsx';
import { StepSelect } from '../inspector/small-fields.tsx';
import type { Node } from '../model/definition.ts';
import { connect } from '../model/edits.ts';
import { type ExitKey, exitsOf } from '../model/exits.ts';
import { exitRows } from '../model/rows.ts';
import classes from './outline.module.css';

interface OutlineExitsProps {
  id: string;
  node: Node;
  /** Each way out can be led elsewhere; otherwise they are only told. */
  open: boolean;
  onAdd: (keys: ExitKey[]) => void;
}

export function OutlineExits({ id, node, open, onAdd }: OutlineExitsProps) {
  const { draft } = useEditor();
  if (!open) {
    const rows = exitRows(node);
    if (rows.length === 0) return null;
    return (
      <ul className={classes.exits} aria-label={`Where ${id} leads`}>
        {rows.map(({ key, words, target, aside }) => (
          <li key={key} data-aside={aside || undefined} data-open={target === undefined || undefined}>
            {words} <IconArrowRight size={13} aria-label="to" /> <strong>{target ?? 'nowhere yet'}</strong>
          </li>
        ))}
      </ul>
    );
  }
  const exits = exitsOf(node);
  if (exits.length === 0) return null;
  return (
    <fieldset className={classes.selects} aria-label={`Where ${id} leads`}>
      {exits.map(({ key, words, target, needed }) => (
        <div key={key} className={classes.select}>
          <StepSelect
            label={words}
            value={target}
            {...(needed ? {} : { none: AS_USUAL })}
            onChange={(to) => draft.edit((sheet) => connect(sheet, id, [key], to))}
          />
          <Tooltip label="Lead to a new step">
            <ActionIcon
              variant="default"
              size={30}
              aria-label={`Lead “${words}” to a new step`}
              onClick={() => onAdd([key])}
            >
              <IconPlus size={15} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
    </fieldset>
  );
}
