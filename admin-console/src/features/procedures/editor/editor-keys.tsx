import { type Command, toast, useCommands } from '@openteller/web-kit';
import { useMemo } from 'react';
import { arrange } from '../model/arrange.ts';
import { duplicateNode, removeNode } from '../model/edits.ts';
import { useEditor } from './context.tsx';

/** Takes the step away and offers the way back. */
export function useRemove(): (id: string) => void {
  const { draft, select } = useEditor();
  return (id) => {
    draft.edit((sheet) => removeNode(sheet, id));
    select(undefined);
    toast(`“${id}” is removed. Undo brings it back.`);
  };
}

export function useDuplicate(): (id: string) => void {
  const { draft, select } = useEditor();
  return (id) => {
    const { added } = duplicateNode(draft.sheet, id);
    draft.edit((sheet) => duplicateNode(sheet, id));
    select(added);
  };
}

/** The keys of the editor; they stand in the palette and in the help as well. */
export function EditorKeys({ onAdd, onRename }: { onAdd: () => void; onRename: (id: string) => void }) {
  const { draft, selected, mayWrite, openPanel } = useEditor();
  const remove = useRemove();
  const duplicate = useDuplicate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what these do follows from the draft and the chosen step
  const commands = useMemo<Command[]>(() => {
    const group = 'Procedure';
    const watch: Command[] = [
      { id: 'p-problems', label: 'Show the problems', group, keys: 'p', run: () => openPanel('problems') },
      { id: 'p-test', label: 'Test run', group, keys: 'alt+r', run: () => openPanel('test') },
    ];
    if (!mayWrite) return watch;
    const chosen: Command[] = selected
      ? [
          { id: 'p-rename', label: `Rename “${selected}”`, group, keys: 'F2', run: () => onRename(selected) },
          {
            id: 'p-copy',
            label: `Duplicate “${selected}”`,
            group,
            keys: 'mod+d',
            run: () => duplicate(selected),
          },
          {
            id: 'p-delete',
            label: `Remove “${selected}”`,
            group,
            keys: 'Delete',
            run: () => remove(selected),
          },
        ]
      : [];
    return [
      ...watch,
      ...chosen,
      { id: 'p-add', label: 'Add a step', group, keys: 'n', run: onAdd },
      { id: 'p-undo', label: 'Undo', group, keys: 'mod+z', run: draft.undo },
      { id: 'p-redo', label: 'Redo', group, keys: 'mod+shift+z', run: draft.redo },
      { id: 'p-arrange', label: 'Arrange the steps', group, keys: 'mod+o', run: () => draft.edit(arrange) },
    ];
  }, [draft, selected, mayWrite]);
  useCommands(commands);
  return null;
}
