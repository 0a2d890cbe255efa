import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import classes from './virtual-list.module.css';

interface VirtualListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Fixed height of a row, gap included: rows never change height, so nothing jumps. */
  rowHeight: number;
  /** With it the list becomes a grid of as many columns as fit. */
  minColumnWidth?: number;
  render: (item: T) => ReactNode;
  /** Key that J and K point at; it is kept in view and gets the focus when it changes. */
  cursor: string | undefined;
}

/** Only the rows in sight exist in the page, however long the list; each keeps its own element by key. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf, rowHeight, minColumnWidth, render, label, cursor } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize();
  const ref = useMergedRef(scroller, sizeRef);
  const columns = minColumnWidth ? Math.max(1, Math.floor(width / minColumnWidth)) : 1;
  const lines = Math.ceil(items.length / columns);
  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 5,
  });
  const index = cursor === undefined ? -1 : items.findIndex((item) => keyOf(item) === cursor);
  const line = index < 0 ? -1 : Math.floor(index / columns);
  const focusRow = useCallback((key: string) => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] [data-focus]`);
    row?.focus({ preventScroll: true });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a moved cursor scrolls, not a list that changed around it
  useEffect(() => {
    if (cursor === undefined || line < 0) return;
    virtual.scrollToIndex(line, { align: 'auto' });
    const frame = requestAnimationFrame(() => focusRow(cursor));
    return () => cancelAnimationFrame(frame);
  }, [cursor]);

  return (
    <div
      ref={ref}
      className={classes.scroller}
      data-grid={minColumnWidth !== undefined || undefined}
      tabIndex={-1}
    >
      <ul className={classes.canvas} style={{ height: virtual.getTotalSize() }} aria-label={label}>
        {virtual.getVirtualItems().flatMap((row) =>
          items.slice(row.index * columns, (row.index + 1) * columns).map((item, column) => (
            <li
              key={keyOf(item)}
              data-row={keyOf(item)}
              className={classes.row}
              aria-setsize={items.length}
              aria-posinset={row.index * columns + column + 1}
              style={{
                height: rowHeight,
                width: `${100 / columns}%`,
                insetInlineStart: `${(100 / columns) * column}%`,
                transform: `translateY(${row.start}px)`,
              }}
            >
              {render(item)}
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
