import { asProblem } from '@openteller/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import { putDraft } from '../api/draft.ts';
import { procedureQuery } from '../api/procedures.ts';
import type { Finding, Procedure } from '../api/types.ts';
import { placed } from '../model/arrange.ts';
import { blankSheet } from '../model/blank.ts';
import type { Sheet } from '../model/definition.ts';
import { begin, type History, step } from '../model/history.ts';
import { Saver, type SaveState } from '../model/saver.ts';

export type Edit = (edit: (sheet: Sheet) => Sheet, mark?: string) => void;
export interface DraftHandle {
  sheet: Sheet;
  history: History;
  edit: Edit;
  undo: () => void;
  redo: () => void;
  /** Another sheet in place of the whole, as one step that can be undone. */
  replace: (sheet: Sheet) => void;
  /** What the platform already has; undo leads back to what was here before. */
  adopt: (sheet: Sheet) => void;
  save: SaveState;
  saver: Saver<Finding>;
  /** What the platform's checker said of the draft it keeps. */
  stored: Finding[] | undefined;
}

export const sheetOf = ({ id, draft, published }: Procedure): Sheet => {
  const kept = draft ?? published;
  return placed(kept ? { definition: kept.definition, layout: kept.layout } : blankSheet(id, {}));
};

/** The draft in the editor: its history, and the platform's copy that follows it. */
export function useDraft(procedure: Procedure): DraftHandle {
  const queries = useQueryClient();
  const { id } = procedure;
  const [history, dispatch] = useReducer(step<Sheet>, procedure, (each) => begin(sheetOf(each)));
  const [stored, setStored] = useState(procedure.draft?.findings);
  const latest = useRef(history.present);
  latest.current = history.present;
  const [saver] = useState(
    () =>
      new Saver<Finding>(
        {
          put: (sheet, etag) => putDraft(id, sheet, etag),
          failureOf: asProblem,
          onStored: ({ etag, findings }) => {
            setStored(findings);
            // Whoever comes back to this page finds what was saved, not what was read first.
            queries.setQueryData(
              procedureQuery(id).queryKey,
              (old) =>
                old && {
                  ...old,
                  draft: {
                    changedAt: new Date().toISOString(),
                    changedBy: '',
                    ...latest.current,
                    etag,
                    findings,
                  },
                },
            );
          },
        },
        procedure.draft?.etag,
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
  const edit = useCallback<Edit>((change, mark) => dispatch({ kind: 'edit', edit: change, mark }), []);
  const undo = useCallback(() => dispatch({ kind: 'undo' }), []);
  const redo = useCallback(() => dispatch({ kind: 'redo' }), []);
  const replace = useCallback((sheet: Sheet) => edit(() => placed(sheet)), [edit]);
  const adopt = useCallback(
    (sheet: Sheet) => {
      known.current = sheet;
      edit(() => sheet);
    },
    [edit],
  );
  const save = useSyncExternalStore(saver.subscribe, saver.current);
  return useMemo(
    () => ({ sheet: history.present, history, edit, undo, redo, replace, adopt, save, saver, stored }),
    [history, edit, undo, redo, replace, adopt, save, saver, stored],
  );
}
