import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { blank } from '../model/document.ts';
import { nameFrom, nameProblem } from './names.ts';
import { useCreate } from './use-create.ts';

interface NewDialogProps {
  taken: readonly { id: string }[];
  onClose: () => void;
}

export function NewDialog({ taken, onClose }: NewDialogProps) {
  const [title, setTitle] = useState('');
  const [own, setOwn] = useState<string>();
  const [tried, setTried] = useState(false);
  const create = useCreate();
  const name = own ?? nameFrom(title);
  const wrong = nameProblem(name, taken);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() && !wrong) create.mutate(blank(name, title.trim()));
  };
  return (
    <Modal opened onClose={onClose} title="New connector" radius="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Title"
            description="Which of the bank’s APIs it speaks to"
            placeholder="Fern Bank, customer servicing"
            data-autofocus
            required
            value={title}
            error={tried && !title.trim() ? 'Give it a title' : undefined}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label="Name"
            description="Stays once it is published: it is in the audit trail"
            value={name}
            error={tried && title.trim() ? wrong : undefined}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
          <ProblemNote error={create.error} />
          <Group justify="flex-end">
            <Button variant="subtle" color="gray" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending}>
              Create the draft
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
