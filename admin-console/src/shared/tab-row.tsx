import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './tab-row.module.css';

/**
 * Tabs in one row that moves sideways where they do not all fit, as on a phone; the chosen one stays in sight.
 *
 * @param chosen changes when another tab is chosen, or when the row gets wider
 */
export function TabRow({ chosen, children }: { chosen: string | undefined; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which tab is chosen is read from the page
  useEffect(() => {
    const list = row.current;
    const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]');
    // Only sideways: the page itself must not move.
    if (list && tab) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
  }, [chosen]);
  return (
    <Tabs.List mb="md" className={classes.row ?? ''} ref={row}>
      {children}
    </Tabs.List>
  );
}
