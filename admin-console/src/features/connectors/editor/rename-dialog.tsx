import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { rename } from '../api/stored.ts';
import { nameProblem } from '../list/names.ts';
import type { DraftHandle } from './use-draft.ts';

interface RenameDialogProps {
  id: string;
  draft: DraftHandle;
  onClose: () => void;
}

/** Another name, as long as it was never published. */
export function RenameDialog({ id, draft, onClose }: RenameDialogProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(id);
  const put = useMutation({
    mutationFn: () => rename(id, name, draft.saver.etag ?? ''),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['connectors', 'all'] });
      void navigate({ to: '/connectors/$id', params: { id: name } });
    },
  });
  const wrong = nameProblem(name, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong && name !== id) put.mutate();
  };
  return (
    <Modal opened onClose={onClose} title="Rename the connector" radius="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Name"
            data-autofocus
            value={name}
            error={wrong}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemNote error={put.error} />
          <Group justify="flex-end">
            <Button variant="subtle" color="gray" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              loading={put.isPending}
              disabled={name === id || wrong !== undefined || draft.save.kind !== 'saved'}
            >
              Rename
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
