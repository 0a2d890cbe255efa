import { Button } from '@mantine/core';
import { EmptyState } from '@openteller/web-kit';
import { IconListTree, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useEditor } from '../editor/context.tsx';
import { useDuplicate, useRemove } from '../editor/editor-keys.tsx';
import { focusInspector } from '../editor/focus.ts';
import type { Picking } from '../editor/node-picker.tsx';
import { orderOf } from '../model/definition.ts';
import { reorder } from '../model/edits.ts';
import classes from './outline.module.css';
import { OutlineStep } from './outline-step.tsx';

interface OutlineProps {
  onPick: (picking: Picking) => void;
  onRename: (id: string) => void;
  /** The details of the chosen step are wanted. */
  onEdit: () => void;
}

/** The same procedure as a list. Everything can be done here with the keyboard alone, and on a phone. */
export function Outline({ onPick, onRename, onEdit }: OutlineProps) {
  const { draft, selected, select, openPanel, mayWrite, phone } = useEditor();
  const list = useRef<HTMLOListElement>(null);
  const remove = useRemove();
  const duplicate = useDuplicate();
  const order = orderOf(draft.sheet);
  const focus = (id: string | undefined) => {
    if (!id) return;
    select(id);
    const steps = list.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [];
    [...steps].find((each) => each.dataset.step === id)?.focus();
  };
  const edit = (id: string, byKey: boolean) => {
    select(id);
    openPanel('step');
    onEdit();
    if (byKey && !phone) focusInspector(id);
  };
  const onKey = (event: KeyboardEvent, id: string) => {
    const at = order.indexOf(id);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      if (event.altKey && mayWrite) draft.edit((sheet) => reorder(sheet, id, by));
      else focus(order[at + by]);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      focus(event.key === 'Home' ? order[0] : order.at(-1));
    } else if (event.key === 'Delete' && mayWrite) {
      event.preventDefault();
      event.stopPropagation();
      remove(id);
      const neighbour = order[at + 1] ?? order[at - 1];
      requestAnimationFrame(() => focus(neighbour));
    }
  };
  if (order.length === 0) {
    return (
      <EmptyState
        kind="first"
        icon={<IconListTree size={26} stroke={1.6} />}
        title="No step yet"
        text="Begin with what the customer is asked, or with making sure who they are."
        {...(mayWrite ? { action: { label: 'Add the first step', run: () => onPick({}) } } : {})}
      />
    );
  }
  return (
    <div className={classes.outline}>
      <p className={classes.help}>
        <kbd>↑</kbd> <kbd>↓</kbd> move between steps, <kbd>Alt</kbd> with them moves the step,{' '}
        <kbd>Enter</kbd> opens it, <kbd>Esc</kbd> comes back. <kbd>N</kbd> adds one after it, <kbd>F</kbd>{' '}
        finds one, <kbd>?</kbd> tells every key.
      </p>
      <ol className={classes.steps} ref={list} aria-label="Steps">
        {order.map((id, place) => (
          <OutlineStep
            key={id}
            id={id}
            chosen={id === selected}
            first={place === 0}
            last={place === order.length - 1}
            onChoose={() => select(id)}
            onEdit={(byKey) => edit(id, byKey)}
            onKey={(event) => onKey(event, id)}
            onAdd={(keys) => onPick({ from: id, ...(keys ? { keys } : {}) })}
            onRename={() => onRename(id)}
            onDuplicate={() => duplicate(id)}
            onRemove={() => remove(id)}
          />
        ))}
      </ol>
      {mayWrite && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => onPick({ from: order.at(-1) })}
        >
          Add a step at the end
        </Button>
      )}
    </div>
  );
}
