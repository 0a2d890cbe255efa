import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { useSetting } from '../setting.ts';
import { type Command, CommandStore } from './command-store.ts';

const Store = createContext<CommandStore | undefined>(undefined);

function useStore(): CommandStore {
  const store = use(Store);
  if (!store) throw new Error('commands need a CommandProvider around them');
  return store;
}

/** Listens to the keyboard of the whole page and hands keys to the commands that are mounted. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => new CommandStore());
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    store.singleKeys = singleKeys;
  }, [store, singleKeys]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (store.press(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
  return <Store value={store}>{children}</Store>;
}

/** Offers commands while the component is mounted. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  const store = useStore();
  useEffect(() => store.add(commands), [store, commands]);
}

/** Every command on offer right now. */
export function useAllCommands(): readonly Command[] {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.all);
}

/** Whether bare letters act; remembered in this browser. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  return useSetting('single-keys', true);
}
