import { type RefObject, useEffect, useRef } from 'react';

/**
 * For lists that grow by a button: the keyboard goes on in the row that it added.
 *
 * @param many rows there are
 * @returns the list, whose rows carry `data-row`, and what to call when one is added
 */
export function useNewRow<E extends HTMLElement>(
  many: number,
): { list: RefObject<E | null>; added: () => void } {
  const list = useRef<E>(null);
  const wanted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is there once their number has changed
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const row = [...(list.current?.querySelectorAll('[data-row]') ?? [])].at(-1);
    row?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [many]);
  return {
    list,
    added: () => {
      wanted.current = true;
    },
  };
}
