import type { DiffRow } from '@openteller/web-kit';

export type Stretch = { kind: 'shown'; rows: DiffRow[] } | { kind: 'folded'; rows: DiffRow[] };

const CONTEXT = 2;
/** A fold hides at least this many rows: to fold fewer saves nothing. */
const WORTH_FOLDING = 3;

/** Long unchanged stretches are folded, but for the rows next to a change. */
export function stretches(rows: readonly DiffRow[]): Stretch[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((row) => row.kind !== 'SAME'),
  );
  const found: Stretch[] = [];
  for (const [index, row] of rows.entries()) {
    const kind = near[index] ? 'shown' : 'folded';
    const last = found.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else found.push({ kind, rows: [row] });
  }
  return found.map((each) =>
    each.kind === 'folded' && each.rows.length < WORTH_FOLDING ? { kind: 'shown', rows: each.rows } : each,
  );
}

export function changesIn(rows: readonly DiffRow[]): { added: number; removed: number; changed: number } {
  const of = (kind: DiffRow['kind']) => rows.filter((row) => row.kind === kind).length;
  return { added: of('ADDED'), removed: of('REMOVED'), changed: of('CHANGED') };
}
