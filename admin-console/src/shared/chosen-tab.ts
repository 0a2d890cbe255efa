import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the chosen tab in sight where tabs do not all fit beside each other, as on a phone.
 *
 * @param chosen changes when another tab is chosen
 * @returns for the list of tabs
 */
export function useChosenInSight(chosen: string | undefined): RefObject<HTMLDivElement | null> {
  const tabs = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which tab is chosen is read from the page
  useEffect(() => {
    const tab = tabs.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    const list = tab?.parentElement;
    // Only sideways: the page itself must not move.
    if (tab && list) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
  }, [chosen]);
  return tabs;
}
