import { Alert, Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { asProblem, type Plugin, type PluginApproval, toast } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useDecide } from '../api/decide.ts';
import { wish } from '../pending.ts';

interface DecideDialogProps {
  plugin: Plugin;
  approval: PluginApproval;
  approve: boolean;
  onClose: () => void;
}

const ENOUGH_REASON = 5;

/** The record keeps who decided, and why; a refusal always has a reason. */
export function DecideDialog({ plugin, approval, approve, onClose }: DecideDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useDecide();
  const problem = decide.error ? asProblem(decide.error) : undefined;
  const tooShort = !approve && reason.trim().length < ENOUGH_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tooShort) return;
    decide.mutate(
      { id: approval.id, approve, reason: reason.trim() },
      {
        onSuccess: () => {
          toast(
            approve
              ? `Approved: ${plugin.name} ${approval.version}`
              : `Rejected: ${plugin.name} stays as it was`,
          );
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      radius="lg"
      title={
        approve ? `Approve ${plugin.name} ${approval.version}?` : `Reject ${plugin.name} ${approval.version}?`
      }
    >
      <form onSubmit={submit} noValidate>
        <Text size="sm" mb="md">
          {approve
            ? `${approval.askedBy} asks to ${wish(approval, plugin)}. It happens at once, for your bank alone, and your name stays with it.`
            : `It goes on as it was. ${approval.askedBy} reads your reason.`}
        </Text>
        <Textarea
          label={approve ? 'Comment' : 'Why not?'}
          required={!approve}
          data-autofocus
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          error={tried && tooShort ? 'Write a reason: it stays in the record' : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {problem && (
          <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
            {problem.detail ?? 'Nothing was decided.'}
          </Alert>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={decide.isPending} {...(approve ? {} : { color: 'red.9' })}>
            {approve ? 'Approve' : 'Reject'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
