export interface Series {
  name: string;
  label: string;
  /** A colour of the theme; lines also differ by their dashes. */
  color: string;
  dashes?: string;
}

export interface Point {
  at: number;
  values: Record<string, number | undefined>;
}

const COLOURS = ['iris.5', 'teal.6', 'orange.6', 'blue.6', 'grape.6', 'lime.7', 'pink.6', 'cyan.7'];
const DASHES = [undefined, '7 4', '2 3', '9 3 2 3', '12 5'];

/** The look of the n-th line or bar. */
export function lookOf(index: number): { color: string; dashes?: string } {
  const dashes = DASHES[index % DASHES.length];
  return { color: COLOURS[index % COLOURS.length] ?? 'iris.5', ...(dashes ? { dashes } : {}) };
}
