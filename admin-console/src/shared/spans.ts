/** A stretch of a text that has a meaning of its own. */
export interface Marked<T> {
  start: number;
  end: number;
  mark: T;
}

export interface Piece<T> {
  at: number;
  text: string;
  mark?: T;
}

/**
 * Cuts a text at its marks, so that the pieces together are the text again. Marks that lie outside or overlap an
 * earlier one are cut to what is left of them.
 */
export function pieces<T>(text: string, marks: readonly Marked<T>[]): Piece<T>[] {
  const found: Piece<T>[] = [];
  let at = 0;
  for (const { start, end, mark } of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) found.push({ at, text: text.slice(at, from) });
    found.push({ at: from, text: text.slice(from, to), mark });
    at = to;
  }
  if (at < text.length) found.push({ at, text: text.slice(at) });
  return found;
}
