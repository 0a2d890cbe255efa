import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { toast, toastProblem } from '@openteller/web-kit';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDots,
  IconFileExport,
  IconPencil,
  IconPlugConnectedX,
  IconTrash,
  IconUserCheck,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../../shared/me.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { deleteDraft, exportPath, type StoredConnector, takeOutOfUse } from '../api/stored.ts';
import { RenameDialog } from './rename-dialog.tsx';
import type { DraftHandle } from './use-draft.ts';

interface ToolsProps {
  connector: StoredConnector;
  draft: DraftHandle;
  reload: () => Promise<void>;
  onPublish: () => void;
}

/** What can be done with the connector as a whole. */
export function Tools({ connector, draft, reload, onPublish }: ToolsProps) {
  const { id, published } = connector;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const mayWrite = useCan('PLUGIN_WRITE');
  const [renaming, setRenaming] = useState(false);
  const drop = useMutation({
    mutationFn: () => deleteDraft(id),
    onSuccess: () => {
      toast('The draft is deleted');
      void queries.invalidateQueries({ queryKey: ['connectors', 'all'] });
      if (published) void reload();
      else void navigate({ to: '/connectors' });
    },
    onError: (error) => toastProblem(error, 'The draft is still there'),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: 'Delete the draft?',
      children: published
        ? `Version ${published.version} stays. What was changed since is gone, and what waits for a second person with it.`
        : 'It was never published, so nothing of it is left then.',
      labels: { confirm: 'Delete the draft', cancel: 'Cancel' },
      confirmProps: { color: 'red.9' },
      onConfirm: () => drop.mutate(),
    });
  const stop = useMutation({
    mutationFn: () => takeOutOfUse(id),
    onSuccess: () => {
      toast('Out of use, in every conversation');
      void queries.invalidateQueries({ queryKey: ['connectors', 'all'] });
      void queries.invalidateQueries({ queryKey: ['operations'] });
      void reload();
    },
    onError: (error) => toastProblem(error, 'It is still in use'),
  });
  const askToStop = () =>
    modals.openConfirmModal({
      title: 'Take it out of use?',
      children:
        'It supplies nothing from the next call on, also in conversations that run on it. What the bank has not answered is still found out by it. To use it again, it is published again, by two people.',
      labels: { confirm: 'Take out of use', cancel: 'Cancel' },
      confirmProps: { color: 'red.9' },
      onConfirm: () => stop.mutate(),
    });
  const { past, future } = draft.history;
  const stored = draft.saver.etag !== undefined;
  return (
    <>
      <Tooltip label="Undo (Ctrl+Z)">
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Undo"
          disabled={past.length === 0}
          onClick={draft.undo}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Redo (Ctrl+Shift+Z)">
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Redo"
          disabled={future.length === 0}
          onClick={draft.redo}
        >
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
      <PermitButton
        needs="PLUGIN_WRITE"
        leftSection={<IconUserCheck size={17} />}
        onClick={onPublish}
        blocked={stored ? undefined : 'Nothing was changed since it was published'}
      >
        Publish
      </PermitButton>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="More">
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={exportPath(id, stored ? 'draft' : (published?.version ?? 'draft'))}
            leftSection={<IconFileExport size={16} />}
          >
            Export the document
          </Menu.Item>
          {!published && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setRenaming(true)}>
              Rename
            </Menu.Item>
          )}
          {mayWrite && connector.inUse && (
            <Menu.Item leftSection={<IconPlugConnectedX size={16} />} onClick={askToStop}>
              Take out of use
            </Menu.Item>
          )}
          {stored && (
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={ask}>
              Delete the draft
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameDialog id={id} draft={draft} onClose={() => setRenaming(false)} />}
    </>
  );
}
