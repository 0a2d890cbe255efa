import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type DocumentDetail, toast, toastProblem } from '@openteller/web-kit';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCan } from '../../shared/me.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { documentKey, setArchived } from './api.ts';

/** Takes a document out of sight, or brings it back. What was in force ends with the first and waits for review after the second. */
export function Shelf({ document }: { document: DocumentDetail }) {
  const { slug, title, archived = false } = document;
  const queries = useQueryClient();
  const mayRestore = useCan('KNOWLEDGE_WRITE');
  const move = useMutation({
    mutationFn: (away: boolean) => setArchived(slug, away),
    onSuccess: (detail, away) => {
      queries.setQueryData(documentKey(slug), detail);
      if (!away) toast(restoredWords(detail));
      else toast(`“${title}” is archived`, mayRestore ? { undo: () => move.mutate(false) } : {});
    },
    onError: (error) => toastProblem(error, 'Nothing was changed'),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: documentKey(slug) });
      void queries.invalidateQueries({ queryKey: ['documents'] });
    },
  });
  if (archived) {
    return (
      <PermitButton
        needs="KNOWLEDGE_WRITE"
        leftSection={<IconArchiveOff size={16} />}
        loading={move.isPending}
        onClick={() => move.mutate(false)}
      >
        Restore
      </PermitButton>
    );
  }
  const ask = () =>
    modals.openConfirmModal({
      title: `Archive “${title}”?`,
      children: <Text size="sm">{whatArchivingDoes(document)}</Text>,
      labels: { confirm: 'Archive', cancel: 'Keep' },
      confirmProps: { color: 'red.9' },
      onConfirm: () => move.mutate(true),
    });
  return (
    <PermitButton
      needs="KNOWLEDGE_APPROVE"
      variant="default"
      leftSection={<IconArchive size={16} />}
      loading={move.isPending}
      onClick={ask}
    >
      Archive
    </PermitButton>
  );
}

/** What customers lose by it, before anybody presses the button. */
export function whatArchivingDoes({ effective, versions }: DocumentDetail): string {
  const waiting = versions.some(({ standing }) => standing === 'IN_REVIEW');
  const planned = versions.some(({ standing }) => standing === 'SCHEDULED');
  return [
    effective
      ? `Version ${effective.version} is revoked: it is out of all answers within a minute, and questions that only it answers go to a person.`
      : 'No answer is made from it now, so customers notice nothing.',
    planned && 'What was to begin later does not begin.',
    waiting && 'What waits for review becomes a draft again.',
    'It leaves the library and can be restored; what was in force then needs a new approval.',
  ]
    .filter(Boolean)
    .join(' ');
}

export function restoredWords({ versions }: DocumentDetail): string {
  const [newest] = versions;
  return newest?.standing === 'IN_REVIEW'
    ? `Restored: version ${newest.version} waits for review`
    : 'Restored: it is in the library again';
}
