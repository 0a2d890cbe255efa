import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface DeclineDialogProps {
  /** What would be declined; none when closed. */
  title: string | undefined;
  busy: boolean;
  close: () => void;
  decline: (reason: string) => void;
}

export function DeclineDialog({ title, busy, close, decline }: DeclineDialogProps) {
  return (
    <Modal opened={title !== undefined} onClose={close} title="Decline?" radius="lg">
      {title !== undefined && <Form {...{ title, busy, close, decline }} />}
    </Modal>
  );
}

function Form({ title, busy, close, decline }: DeclineDialogProps & { title: string }) {
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decline(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Text size="sm" c="dimmed" mb="sm">
        “{title}” is not done, and the customer is told that a colleague did not agree.
      </Text>
      <Textarea
        data-autofocus
        label="Reason"
        description="For colleagues and the record. The customer does not see it."
        autosize
        minRows={3}
        maxLength={500}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          Keep it open
        </Button>
        <Button type="submit" color="red.9" loading={busy} disabled={reason.trim() === ''}>
          Decline
        </Button>
      </Group>
    </form>
  );
}
