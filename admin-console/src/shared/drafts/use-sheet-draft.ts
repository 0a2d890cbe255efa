import { asProblem } from '@openteller/web-kit';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import { begin, type History, step, type Written } from './history.ts';
import { Saver, type SaveState, type Stored } from './saver.ts';

export interface SheetDraft<F, S extends Written> {
  sheet: S;
  history: History<S>;
  /** @param mark edits with the same mark in a row are undone together */
  edit: (edit: (sheet: S) => S, mark?: string) => void;
  undo: () => void;
  redo: () => void;
  /** What the platform already has; undo leads back to what was here before. */
  adopt: (sheet: S) => void;
  save: SaveState;
  saver: Saver<F, S>;
  /** What the platform's checker said of the draft it keeps; nothing before it was asked. */
  findings: readonly F[] | undefined;
}

interface Parts<F, S> {
  /** What is open, and where it is kept from now on; looked at once. */
  first: () => S;
  kept: { etag: string; findings?: F[] | undefined } | null | undefined;
  put: (sheet: S, etag: string | undefined) => Promise<Stored<F>>;
  /** @param sheet what is in the editor by now */
  onStored?: (stored: Stored<F>, sheet: S) => void;
}

/** The draft in an editor, of whatever kind: its history, and the platform's copy that follows it. */
export function useSheetDraft<F, S extends Written>({
  first,
  kept,
  put,
  onStored,
}: Parts<F, S>): SheetDraft<F, S> {
  const [history, dispatch] = useReducer(step<S>, undefined, () => begin(first()));
  const [findings, setFindings] = useState<readonly F[] | undefined>(kept?.findings);
  const latest = useRef(history.present);
  latest.current = history.present;
  const [saver] = useState(
    () =>
      new Saver<F, S>(
        {
          put,
          failureOf: asProblem,
          onStored: (stored) => {
            setFindings(stored.findings);
            onStored?.(stored, latest.current);
          },
        },
        kept?.etag,
      ),
  );
  const known = useRef(history.present);
  useEffect(() => {
    if (known.current === history.present) return;
    known.current = history.present;
    saver.changed(history.present);
  }, [history.present, saver]);
  useEffect(() => {
    window.addEventListener('online', saver.flush);
    return () => {
      window.removeEventListener('online', saver.flush);
      saver.flush();
      saver.stop();
    };
  }, [saver]);
  const edit = useCallback(
    (change: (sheet: S) => S, mark?: string) => dispatch({ kind: 'edit', edit: change, mark }),
    [],
  );
  const undo = useCallback(() => dispatch({ kind: 'undo' }), []);
  const redo = useCallback(() => dispatch({ kind: 'redo' }), []);
  const adopt = useCallback(
    (sheet: S) => {
      known.current = sheet;
      edit(() => sheet);
    },
    [edit],
  );
  const save = useSyncExternalStore(saver.subscribe, saver.current);
  return useMemo(
    () => ({ sheet: history.present, history, edit, undo, redo, adopt, save, saver, findings }),
    [history, edit, undo, redo, adopt, save, saver, findings],
  );
}
