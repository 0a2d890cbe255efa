import {
  type KnowledgeDocument,
  type KnowledgeDocumentDetail,
  toast,
  toastProblem,
} from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setArchived } from './api.ts';

/** Archives or restores, shows it at once, and offers to take it back; a refusal puts the old state back and says why. */
export function useArchive({ slug, title }: KnowledgeDocumentDetail) {
  const queries = useQueryClient();
  const key = ['document', slug];
  const change = useMutation<KnowledgeDocument, Error, boolean, KnowledgeDocumentDetail | undefined>({
    mutationFn: (archived: boolean) => setArchived(slug, archived),
    onMutate: async (archived) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData<KnowledgeDocumentDetail>(key);
      if (before) queries.setQueryData(key, { ...before, status: archived ? 'ARCHIVED' : 'PUBLISHED' });
      return before;
    },
    onError: (error, archived, before) => {
      queries.setQueryData(key, before);
      toastProblem(error, archived ? 'The document was not archived' : 'The document was not restored');
    },
    onSuccess: (_, archived) =>
      toast(archived ? `“${title}” is archived` : `“${title}” is published again`, {
        undo: () => change.mutate(!archived),
      }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: ['documents'] });
    },
  });
  return change;
}
