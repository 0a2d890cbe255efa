import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo, useSyncExternalStore } from 'react';
import { asProblem } from '../api/problem.ts';
import { useCommands } from '../keys/command-provider.tsx';
import { KeyHint } from './text.tsx';

const UNDO_MILLIS = 8_000;
let undoable: { id: string; undo: () => void } | undefined;
const listeners = new Set<() => void>();

function setUndoable(next: typeof undoable): void {
  undoable = next;
  for (const listener of listeners) listener();
}

function runUndo(id: string): void {
  if (undoable?.id !== id) return;
  const { undo } = undoable;
  setUndoable(undefined);
  notifications.hide(id);
  undo();
}

/** A short confirmation. With `undo` it stays eight seconds and offers to take it back, by button or by `Z`. */
export function toast(message: string, options: { undo?: () => void } = {}): void {
  const { undo } = options;
  if (!undo) {
    notifications.show({ message, icon: <IconCheck size={16} />, color: 'teal', autoClose: 4_000 });
    return;
  }
  const id = `undo-${Date.now()}`;
  notifications.show({
    id,
    icon: <IconCheck size={16} />,
    color: 'iris',
    autoClose: UNDO_MILLIS,
    onClose: () => undoable?.id === id && setUndoable(undefined),
    message: (
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          className="ot-undo"
          size="compact-sm"
          variant="default"
          rightSection={<KeyHint keys="z" />}
          onClick={() => runUndo(id)}
        >
          Undo
        </Button>
      </Group>
    ),
  });
  setUndoable({ id, undo });
}

/** Says why something did not happen. Stays longer than good news: people have to read it. */
export function toastProblem(error: unknown, what?: string): void {
  const problem = asProblem(error);
  notifications.show({
    title: what ?? problem.title,
    message: what ? [problem.title, problem.detail].filter(Boolean).join('. ') : problem.detail,
    icon: <IconAlertTriangle size={16} />,
    color: 'red',
    autoClose: 10_000,
  });
}

/** Mount once: makes `Z` take back the last thing a toast offered to undo. */
export function UndoKey() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => undoable,
  );
  const commands = useMemo(
    () =>
      current
        ? [{ id: 'undo', label: 'Undo', group: 'General', keys: 'z', run: () => runUndo(current.id) }]
        : [],
    [current],
  );
  useCommands(commands);
  return null;
}
