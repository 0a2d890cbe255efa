import type { Node } from './definition.ts';
import { type Exit, type ExitKey, exitsOf } from './exits.ts';

export const WIDTH = 248;
const HEAD = 60;
const ROW = 26;

/** Ways out that lead to the same place share a row on the canvas: three times "to a person" is said once. */
export interface ExitRow {
  key: ExitKey;
  keys: ExitKey[];
  words: string;
  target: string | undefined;
  aside: boolean;
  /** The only planned way: it leaves at the bottom, and needs no words unless it is open. */
  straight: boolean;
}

export function exitRows(node: Node): ExitRow[] {
  const exits = exitsOf(node);
  const straight = exits.filter(({ aside }) => !aside).length === 1;
  const rows: ExitRow[] = [];
  for (const exit of exits) {
    // What may be left out takes no room until it leads somewhere.
    if (!exit.needed && exit.target === undefined) continue;
    const shared = exit.aside && rows.find((row) => row.aside && row.target === exit.target);
    if (shared) {
      shared.keys.push(exit.key);
      shared.words += `, ${exit.words}`;
    } else rows.push({ ...rowOf(exit), straight: straight && !exit.aside });
  }
  // What leaves at the bottom stands at the bottom.
  return [...rows.filter((row) => !row.straight), ...rows.filter((row) => row.straight)];
}

const rowOf = ({ key, words, target, aside }: Exit) => ({ key, keys: [key], words, target, aside });

export const heightOf = (node: Node): number => {
  const rows = exitRows(node).length;
  return HEAD + (rows > 0 ? rows * ROW + 6 : 0);
};
