const KEPT = 200;

/** What is written, and what the editor keeps beside it. */
export interface Written {
  definition: unknown;
  layout: unknown;
}

/** The sheet and every state before and after it. */
export interface History<S extends Written> {
  past: readonly S[];
  present: S;
  future: readonly S[];
  /** Edits with the same mark in a row, such as letters of one field, are undone together. */
  mark?: string | undefined;
}

export type Step<S extends Written> =
  | { kind: 'edit'; edit: (sheet: S) => S; mark?: string | undefined }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** Another beginning, such as what somebody else saved: nothing before it can be undone. */
  | { kind: 'begin'; sheet: S };

export const begin = <S extends Written>(sheet: S): History<S> => ({ past: [], present: sheet, future: [] });

export function step<S extends Written>(history: History<S>, what: Step<S>): History<S> {
  const { past, present, future } = history;
  switch (what.kind) {
    case 'begin':
      return begin(what.sheet);
    case 'undo': {
      const before = past.at(-1);
      return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : history;
    }
    case 'redo': {
      const [after, ...later] = future;
      return after ? { past: [...past, present], present: after, future: later } : history;
    }
    case 'edit': {
      const next = onlySheet(what.edit(present));
      if (same(next, present)) return history;
      const together = what.mark !== undefined && what.mark === history.mark;
      return {
        past: together ? past : [...past, present].slice(-KEPT),
        present: next,
        future: [],
        mark: what.mark,
      };
    }
  }
}

/** Edits may give more than the sheet, such as the name of what was added. */
const onlySheet = <S extends Written>(sheet: S): S =>
  Object.keys(sheet).length === 2 ? sheet : ({ definition: sheet.definition, layout: sheet.layout } as S);
const same = (one: Written, other: Written): boolean =>
  (one.definition === other.definition && one.layout === other.layout) ||
  JSON.stringify(one) === JSON.stringify(other);
