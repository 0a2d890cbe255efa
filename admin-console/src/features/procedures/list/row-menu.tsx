import { ActionIcon, Menu } from '@mantine/core';
import { modals } from '@mantine/modals';
import { toast, toastProblem } from '@openteller/web-kit';
import { IconArchive, IconArchiveOff, IconDots, IconHistory, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { plural } from '../../../shared/words.ts';
import { archive } from '../api/archive.ts';
import type { ProcedureRow } from '../api/types.ts';

/** What can be done with one procedure from the list. */
export function RowMenu({ row }: { row: ProcedureRow }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const put = useMutation({
    mutationFn: () => archive(row.id, !row.archived),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['procedures'] });
      toast(row.archived ? `“${row.id}” is back` : `“${row.id}” is archived`);
    },
    onError: (error) =>
      toastProblem(error, row.archived ? 'It is still archived' : 'It could not be archived'),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Archive “${row.id}”?`,
      children: row.runsOpen
        ? `Nothing begins it any more. ${plural(row.runsOpen, 'conversation')} that run on it finish.`
        : 'Nothing begins it any more. Its versions stay.',
      labels: { confirm: 'Archive', cancel: 'Cancel' },
      onConfirm: () => put.mutate(),
    });
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`More for ${row.id}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} />}
          onClick={() => void navigate({ to: '/procedures/$id', params: { id: row.id } })}
        >
          Open
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory size={16} />}
          onClick={() =>
            void navigate({ to: '/procedures/$id', params: { id: row.id }, search: { page: 'versions' } })
          }
        >
          Versions
        </Menu.Item>
        {row.archived ? (
          <Menu.Item leftSection={<IconArchiveOff size={16} />} onClick={() => put.mutate()}>
            Bring back
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={ask}>
            Archive
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
