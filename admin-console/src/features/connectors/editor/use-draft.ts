import { asProblem } from '@openteller/web-kit';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import { begin, type History, step } from '../../procedures/model/history.ts';
import { Saver, type SaveState } from '../../procedures/model/saver.ts';
import type { Found } from '../api/connectors.ts';
import { putDraft, type StoredConnector } from '../api/stored.ts';
import { blank } from '../model/document.ts';
import type { Sheet } from '../model/types.ts';

export interface DraftHandle {
  sheet: Sheet;
  history: History<Sheet>;
  /** @param mark edits with the same mark in a row are undone together */
  edit: (edit: (sheet: Sheet) => Sheet, mark?: string) => void;
  undo: () => void;
  redo: () => void;
  /** What the platform already has; undo leads back to what was here before. */
  adopt: (sheet: Sheet) => void;
  save: SaveState;
  saver: Saver<Found, Sheet>;
  /** What the platform's checker said of the draft it keeps. */
  findings: readonly Found[];
}

export const sheetOf = ({ id, draft, published }: StoredConnector): Sheet => {
  const kept = draft ?? published;
  return kept ? { definition: kept.connector, layout: kept.workbench ?? {} } : blank(id, '');
};

/** The draft in the editor: its history, and the platform's copy that follows it. */
export function useDraft(connector: StoredConnector): DraftHandle {
  const { id } = connector;
  const [history, dispatch] = useReducer(step<Sheet>, connector, (each) => begin(sheetOf(each)));
  const [findings, setFindings] = useState<readonly Found[]>(connector.draft?.findings ?? []);
  const [saver] = useState(
    () =>
      new Saver<Found, Sheet>(
        {
          put: (sheet, etag) => putDraft(id, sheet, etag),
          failureOf: asProblem,
          onStored: (stored) => setFindings(stored.findings),
        },
        connector.draft?.etag,
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
  const edit = useCallback<DraftHandle['edit']>(
    (change, mark) => dispatch({ kind: 'edit', edit: change, mark }),
    [],
  );
  const undo = useCallback(() => dispatch({ kind: 'undo' }), []);
  const redo = useCallback(() => dispatch({ kind: 'redo' }), []);
  const adopt = useCallback(
    (sheet: Sheet) => {
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
