import { Button, FileButton, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { documentIn } from '../model/document.ts';
import { nameFrom, nameProblem } from './names.ts';
import { useCreate } from './use-create.ts';

interface ImportDialogProps {
  taken: readonly { id: string }[];
  onClose: () => void;
}

/** A connector that left another bank or another platform as a file. It holds no address and no secret. */
export function ImportDialog({ taken, onClose }: ImportDialogProps) {
  const [text, setText] = useState('');
  const [own, setOwn] = useState<string>();
  const [tried, setTried] = useState(false);
  const create = useCreate();
  const document = documentIn(text);
  const name = own ?? (typeof document === 'string' ? '' : nameFrom(String(document.name ?? '')));
  const wrong = nameProblem(name, taken);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typeof document !== 'string' && !wrong) {
      create.mutate({ definition: { ...document, name, version: 1 }, layout: {} });
    }
  };
  return (
    <Modal opened onClose={onClose} title="Import a connector" size="lg" radius="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Group>
            <FileButton onChange={(file) => void file?.text().then(setText)} accept=".json,application/json">
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
                  Choose a file
                </Button>
              )}
            </FileButton>
          </Group>
          <Textarea
            label="Or paste the document here"
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={(tried || text.trim() !== '') && typeof document === 'string' ? document : undefined}
            autosize
            minRows={4}
            maxRows={12}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
          />
          <TextInput
            label="Name"
            value={name}
            error={typeof document === 'string' ? undefined : wrong}
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
