import { Alert, Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { asProblem } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { keys } from '../../shared/desk/queries.ts';
import { useCan, useMe } from '../../shared/me.tsx';
import type { Approval } from './approvals-api.ts';
import { tellCustomer } from './words-to-customer.ts';

interface DeclineDialogProps {
  /** What would be declined; none when closed. */
  approval: Approval | undefined;
  close: () => void;
  /** Resolves when it is declined. */
  decline: (reason: string) => Promise<unknown>;
}

export function DeclineDialog({ approval, close, decline }: DeclineDialogProps) {
  return (
    <Modal opened={approval !== undefined} onClose={close} title="Decline?" radius="lg">
      {approval && <Form {...{ approval, close, decline }} />}
    </Modal>
  );
}

function Form({ approval, close, decline }: DeclineDialogProps & { approval: Approval }) {
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const [declined, setDeclined] = useState(false);
  const mayWrite = useCan('CONVERSATION_WORK');
  const tell = useTell(approval.conversation);
  const steps = useMutation({
    mutationFn: async () => {
      if (!declined) {
        // Refused: somebody was faster, and this is about nothing any more. The list says what there is.
        await decline(reason.trim()).catch((error: unknown) => {
          close();
          throw error;
        });
        setDeclined(true);
      }
      if (words.trim() !== '') await tell(words.trim());
    },
    onSuccess: close,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    steps.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Text size="sm" c="dimmed" mb="sm">
        “{approval.title}” is not done.{' '}
        {mayWrite
          ? 'Say why: once for the record, and once for the customer.'
          : 'The assistant goes on with the customer.'}
      </Text>
      <Textarea
        data-autofocus
        label="Reason"
        description="For colleagues and the record. The customer does not see it."
        autosize
        minRows={2}
        maxLength={500}
        required
        disabled={declined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {mayWrite && (
        <Textarea
          mt="md"
          label="Words to the customer"
          description="Sent in your name. You take the conversation with it; the assistant is silent from then on. Left empty, the assistant says that it cannot be done."
          autosize
          minRows={3}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {declined && steps.isError && (
        <Alert color="red" mt="md" title="Declined, but the customer has not got your words">
          {asProblem(steps.error).message}
        </Alert>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {declined ? 'Leave it' : 'Keep it open'}
        </Button>
        <Button
          type="submit"
          color={declined ? undefined : 'red.9'}
          loading={steps.isPending}
          disabled={reason.trim() === ''}
        >
          {declined ? 'Send the words again' : 'Decline'}
        </Button>
      </Group>
    </form>
  );
}

/** One id for all attempts of this dialog: however often it is tried, the customer reads it once. */
function useTell(conversation: string) {
  const me = useMe();
  const client = useQueryClient();
  const [clientMessageId] = useState(() => crypto.randomUUID());
  return async (text: string) => {
    try {
      await tellCustomer(conversation, me.id, { clientMessageId, text });
    } finally {
      void client.invalidateQueries({ queryKey: keys.conversation(conversation) });
      void client.invalidateQueries({ queryKey: keys.queue });
      void client.invalidateQueries({ queryKey: keys.feed });
    }
  };
}
