import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type Permission, toast } from '@openteller/web-kit';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PermitButton } from '../permitted.tsx';
import { ProblemNote } from '../problem-note.tsx';

interface SecondWordProps<T> {
  needs: Permission;
  /** Whoever wrote or asked does not decide. */
  mine: boolean;
  approve: () => Promise<T>;
  refuse: (reason: string) => Promise<unknown>;
  /** What is told when it was approved. */
  approved: (answer: T) => string;
  onDone: () => void;
}

/** The second person's buttons: publish what waits, or refuse it with a reason. */
export function SecondWord<T>({ needs, mine, approve, refuse, approved, onDone }: SecondWordProps<T>) {
  const [refusing, setRefusing] = useState(false);
  const done = (what: string) => {
    toast(what);
    setRefusing(false);
    onDone();
  };
  const yes = useMutation({ mutationFn: approve, onSuccess: (answer) => done(approved(answer)) });
  const no = useMutation({
    mutationFn: refuse,
    onSuccess: () => done('Refused. The draft stays, with your reason.'),
  });
  const blocked = mine ? 'You wrote or asked for this, so somebody else decides' : undefined;
  return (
    <>
      <ProblemNote error={yes.error ?? no.error} />
      <PermitButton
        needs={needs}
        blocked={blocked}
        variant="default"
        leftSection={<IconX size={16} />}
        onClick={() => setRefusing(true)}
      >
        Refuse
      </PermitButton>
      <PermitButton
        needs={needs}
        blocked={blocked}
        loading={yes.isPending}
        leftSection={<IconCheck size={16} />}
        onClick={() => yes.mutate()}
      >
        Approve and publish
      </PermitButton>
      {refusing && <RefuseDialog busy={no.isPending} refuse={no.mutate} onClose={() => setRefusing(false)} />}
    </>
  );
}

interface RefuseDialogProps {
  busy: boolean;
  refuse: (reason: string) => void;
  onClose: () => void;
}

function RefuseDialog({ busy, refuse, onClose }: RefuseDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Modal opened onClose={onClose} title="Refuse the publication" radius="lg">
      <Textarea
        label="Why not"
        description="Whoever asked reads it"
        data-autofocus
        required
        autosize
        minRows={3}
        value={reason}
        error={tried && !reason.trim() ? 'Write a reason' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button
          color="red.9"
          loading={busy}
          onClick={() => {
            setTried(true);
            if (reason.trim()) refuse(reason.trim());
          }}
        >
          Refuse
        </Button>
      </Group>
    </Modal>
  );
}
