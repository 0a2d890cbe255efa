import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { putDraft } from '../api/draft.ts';
import { proceduresQuery } from '../api/procedures.ts';
import { focusEditor } from '../editor/focus.ts';
import { placed } from '../model/arrange.ts';
import { ID, type Sheet } from '../model/definition.ts';

/** Stores the first draft of a procedure and opens it. */
export function useCreate() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (sheet: Sheet) => {
      await putDraft(sheet.definition.id, placed(sheet), undefined);
      return sheet.definition.id;
    },
    onSuccess: (id) => {
      void queries.invalidateQueries({ queryKey: proceduresQuery.queryKey });
      void navigate({ to: '/procedures/$id', params: { id } });
      // The dialog is gone with its page, and the keyboard with it.
      focusEditor();
    },
  });
}

/** `Dispute a payment` becomes `dispute-a-payment`. */
export const idFrom = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');

/** What is wrong with an id for a new procedure. */
export function idProblem(id: string, taken: readonly string[]): string | undefined {
  if (!ID.test(id)) return 'Lower-case words with hyphens, such as “block-card”';
  return taken.includes(id) ? 'Another procedure has this id' : undefined;
}
