import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useBlocker } from '@tanstack/react-router';
import type { SaveState } from '../../../shared/drafts/saver.ts';

/** Asks before a draft is lost that the platform does not have. Going around within the procedure loses nothing. */
export function useLeave(save: SaveState): void {
  const unsaved = save.kind === 'unsaved' || save.kind === 'conflict';
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      unsaved && current.pathname !== next.pathname && !(await askWhetherToLeave()),
    enableBeforeUnload: () => save.kind !== 'saved',
  });
}

function askWhetherToLeave(): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title: 'Leave without saving?',
      children: <Text size="sm">The last changes are only in this page, and will be lost.</Text>,
      labels: { confirm: 'Leave', cancel: 'Stay here' },
      confirmProps: { color: 'red.9' },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}
