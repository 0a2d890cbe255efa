import { Skeleton } from '@mantine/core';
import classes from './virtual-list.module.css';

interface ListPlaceholderProps {
  label: string;
  rowHeight: number;
  /** Cards in a grid, as the list will be; otherwise rows from edge to edge. */
  grid?: boolean;
  wide: boolean;
}

const PLACES = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Stands where the rows will stand, in their size, so that nothing jumps when they come. */
export function ListPlaceholder({ label, rowHeight, grid, wide }: ListPlaceholderProps) {
  return (
    <div
      className={classes.placeholders}
      data-grid={grid || undefined}
      data-wide={wide || undefined}
      role="status"
      aria-busy="true"
      aria-label={label}
    >
      {PLACES.map((place) => (
        <div key={place} className={classes.placeholder} style={{ height: rowHeight }}>
          <Skeleton height="100%" radius={wide ? 14 : 0} />
        </div>
      ))}
    </div>
  );
}
