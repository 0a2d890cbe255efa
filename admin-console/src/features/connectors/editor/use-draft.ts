import { type SheetDraft, useSheetDraft } from '../../../shared/drafts/use-sheet-draft.ts';
import type { Found } from '../api/connectors.ts';
import { putDraft, type StoredConnector } from '../api/stored.ts';
import { blank } from '../model/document.ts';
import type { Sheet } from '../model/types.ts';

export type DraftHandle = Omit<SheetDraft<Found, Sheet>, 'findings'> & {
  /** What the platform's checker said of the draft it keeps. */
  findings: readonly Found[];
};

export const sheetOf = ({ id, draft, published }: StoredConnector): Sheet => {
  const kept = draft ?? published;
  return kept ? { definition: kept.connector, layout: kept.workbench ?? {} } : blank(id, '');
};

/** A connector's draft in the editor. */
export function useDraft(connector: StoredConnector): DraftHandle {
  const draft = useSheetDraft<Found, Sheet>({
    first: () => sheetOf(connector),
    kept: connector.draft,
    put: (sheet, etag) => putDraft(connector.id, sheet, etag),
  });
  return { ...draft, findings: draft.findings ?? [] };
}
