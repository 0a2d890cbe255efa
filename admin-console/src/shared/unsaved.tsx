import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useBlocker } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';

/** @returns whether the person gives up what is not stored */
function askWhetherToLeave(): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title: 'Leave without saving?',
      children: <Text size="sm">What you wrote here is not stored yet, and will be lost.</Text>,
      labels: { confirm: 'Leave', cancel: 'Keep writing' },
      confirmProps: { color: 'red.9' },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}

/**
 * Asks before what was written is lost, whatever would lose it: a link, the way back, a closed tab.
 *
 * @returns `leave` for what closes the form without an address (asks, then runs), `saved` for just before the way on
 */
export function useUnsaved(dirty: boolean) {
  const unsaved = useRef(dirty);
  useEffect(() => {
    unsaved.current = dirty;
  }, [dirty]);
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      const elsewhere =
        current.pathname !== next.pathname || JSON.stringify(current.search) !== JSON.stringify(next.search);
      return unsaved.current && elsewhere && !(await askWhetherToLeave());
    },
    enableBeforeUnload: () => unsaved.current,
  });
  const leave = useCallback(async (run: () => void) => {
    if (unsaved.current && !(await askWhetherToLeave())) return;
    unsaved.current = false;
    run();
  }, []);
  const saved = useCallback(() => {
    unsaved.current = false;
  }, []);
  return { leave, saved };
}
