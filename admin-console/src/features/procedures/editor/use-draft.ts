import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type SheetDraft, useSheetDraft } from '../../../shared/drafts/use-sheet-draft.ts';
import { putDraft } from '../api/draft.ts';
import { procedureQuery } from '../api/procedures.ts';
import type { Finding, Procedure } from '../api/types.ts';
import { placed } from '../model/arrange.ts';
import { blankSheet } from '../model/blank.ts';
import type { Sheet } from '../model/definition.ts';

export type Edit = DraftHandle['edit'];
export type DraftHandle = SheetDraft<Finding, Sheet> & {
  /** Another sheet in place of the whole, as one step that can be undone. */
  replace: (sheet: Sheet) => void;
};

export const sheetOf = ({ id, draft, published }: Procedure): Sheet => {
  const kept = draft ?? published;
  return placed(kept ? { definition: kept.definition, layout: kept.layout } : blankSheet(id, {}));
};

/** A procedure's draft in the editor. */
export function useDraft(procedure: Procedure): DraftHandle {
  const queries = useQueryClient();
  const { id } = procedure;
  const draft = useSheetDraft<Finding, Sheet>({
    first: () => sheetOf(procedure),
    kept: procedure.draft,
    put: (sheet, etag) => putDraft(id, sheet, etag),
    // Whoever comes back to this page finds what was saved, not what was read first.
    onStored: (stored, sheet) =>
      queries.setQueryData(
        procedureQuery(id).queryKey,
        (old) =>
          old && {
            ...old,
            draft: { changedAt: new Date().toISOString(), changedBy: '', ...sheet, ...stored },
          },
      ),
  });
  const { edit } = draft;
  const replace = useCallback((sheet: Sheet) => edit(() => placed(sheet)), [edit]);
  return useMemo(() => ({ ...draft, replace }), [draft, replace]);
}
