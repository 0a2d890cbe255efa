import { Button, Group, Modal, Textarea } from '@mantine/core';
import { toast } from '@openteller/web-kit';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { askForPublication, type StoredConnector } from '../api/stored.ts';
import classes from '../connectors.module.css';
import type { DraftHandle } from '../editor/use-draft.ts';
import { differenceOf } from '../model/difference.ts';

interface PublishDialogProps {
  connector: StoredConnector;
  draft: DraftHandle;
  reload: () => Promise<void>;
  onClose: () => void;
}

/** What must hold before a second person is asked; each line that does not hold stops it. */
export function PublishDialog({ connector, draft, reload, onClose }: PublishDialogProps) {
  const { id, published, inUse } = connector;
  const [comment, setComment] = useState('');
  const checks = [
    { what: 'The draft is saved', holds: draft.save.kind === 'saved' && draft.saver.etag !== undefined },
    { what: 'Nothing is wrong with it', holds: draft.findings.length === 0 },
    {
      what: 'Something is different from the last version',
      holds: !published || !inUse || differenceOf(published.connector, draft.sheet.definition).length > 0,
    },
    { what: 'There is a word for the second person', holds: comment.trim() !== '' },
  ];
  const ask = useMutation({
    mutationFn: () => askForPublication(id, draft.saver.etag ?? '', comment.trim()),
    onSuccess: () => {
      toast('A second person is asked. Nothing changes until then.');
      onClose();
      void reload();
    },
  });
  return (
    <Modal opened onClose={onClose} title="Ask for publication" radius="lg">
      <p className={classes.lead}>
        Somebody else sees what is different and approves or refuses. Then conversations that begin run on it,
        beside the bank’s other connectors; those that ask the bank already finish on theirs.
      </p>
      <Textarea
        label="What is new, for the second person"
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <ul className={classes.checks} aria-label="Before it can be published">
        {checks.map(({ what, holds }) => {
          const Icon = holds ? IconCircleCheck : IconAlertTriangle;
          return (
            <li key={what} data-holds={holds}>
              <Icon size={18} stroke={1.8} aria-label={holds ? 'Holds' : 'Stops the publication'} /> {what}
            </li>
          );
        })}
      </ul>
      <ProblemNote error={ask.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={!checks.every(({ holds }) => holds)}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          Ask a second person
        </Button>
      </Group>
    </Modal>
  );
}
