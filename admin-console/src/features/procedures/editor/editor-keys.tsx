import { type Command, toast, useCommands } from '@openteller/web-kit';
import { useMemo } from 'react';
import { arrange } from '../model/arrange.ts';
import { orderOf } from '../model/definition.ts';
import { duplicateNode, removeNode } from '../model/edits.ts';
import type { Panel } from '../search.ts';
import { useEditor } from './context.tsx';
import { focusInspector, focusPanel } from './focus.ts';

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

interface EditorKeysProps {
  onAdd: () => void;
  onRename: (id: string) => void;
  onFind: () => void;
  onLead: () => void;
  /** A panel was asked for: where panels are drawers, it must open. */
  onPanel: () => void;
}

/** The first step with a problem that stands after the chosen one, or before it if none does. */
export function nextWrong(
  order: readonly string[],
  wrong: ReadonlyMap<string, unknown>,
  from: string | undefined,
): string | undefined {
  const at = from === undefined ? -1 : order.indexOf(from);
  return [...order.slice(at + 1), ...order.slice(0, at + 1)].find((id) => wrong.has(id));
}

/** The keys of the editor; they stand in the palette and in the help as well. */
export function EditorKeys({ onAdd, onRename, onFind, onLead, onPanel }: EditorKeysProps) {
  const { draft, findings, selected, select, mayWrite, openPanel, phone } = useEditor();
  const remove = useRemove();
  const duplicate = useDuplicate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what these do follows from the draft and the chosen step
  const commands = useMemo<Command[]>(() => {
    const group = 'Procedure';
    const show = (panel: Panel) => {
      openPanel(panel);
      onPanel();
      if (!phone) focusPanel(panel);
    };
    const watch: Command[] = [
      { id: 'p-find', label: 'Go to a step', group, keys: 'f', run: onFind },
      { id: 'p-problems', label: 'Show the problems', group, keys: 'p', run: () => show('problems') },
      {
        id: 'p-next',
        label: 'Next step with a problem',
        group,
        keys: 'F8',
        whileTyping: true,
        run: () => {
          const next = nextWrong(orderOf(draft.sheet), findings.byNode, selected);
          if (!next) {
            if (findings.all.length > 0) show('procedure');
            return;
          }
          select(next);
          openPanel('step');
          onPanel();
          if (!phone) focusInspector(next);
        },
      },
      {
        id: 'p-about',
        label: 'Title, triggers and variables',
        group,
        keys: 'i',
        run: () => show('procedure'),
      },
      { id: 'p-test', label: 'Test run', group, keys: 'alt+r', run: () => show('test') },
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
      { id: 'p-lead', label: 'Lead what goes wrong to a step', group, keys: 'w', run: onLead },
      { id: 'p-undo', label: 'Undo', group, keys: 'mod+z', run: draft.undo },
      { id: 'p-redo', label: 'Redo', group, keys: 'mod+shift+z', run: draft.redo },
      { id: 'p-arrange', label: 'Arrange the steps', group, keys: 'mod+o', run: () => draft.edit(arrange) },
    ];
  }, [draft, findings, selected, mayWrite, phone]);
  useCommands(commands);
  return null;
}
