import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { putDraft } from '../api/stored.ts';
import type { Sheet } from '../model/types.ts';

/** Stores the first draft of a connector and opens it. */
export function useCreate() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (sheet: Sheet) => {
      await putDraft(sheet.definition.name, sheet, undefined);
      return sheet.definition.name;
    },
    onSuccess: (id) => {
      void queries.invalidateQueries({ queryKey: ['connectors', 'all'] });
      void navigate({ to: '/connectors/$id', params: { id } });
    },
  });
}
