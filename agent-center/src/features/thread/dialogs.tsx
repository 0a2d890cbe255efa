import { Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { ErrorState, KeyHint, Rows } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Target, useRelease, useResolve, useTransfer } from '../../shared/desk/actions.ts';
import { staffQuery } from '../../shared/desk/queries.ts';
import { firstName, PRESENCES } from '../../shared/desk/words.ts';
import { useMe } from '../../shared/me.tsx';

export type DialogName = 'resolve' | 'transfer' | 'release';

interface DialogProps {
  target: Target;
  close: () => void;
  /** After the conversation left this person's hands. */
  done: () => void;
}

export function ThreadDialogs({ open, ...props }: DialogProps & { open: DialogName | undefined }) {
  const { target, close } = props;
  const titles = {
    resolve: `Resolve ${target.name}`,
    transfer: `Transfer ${target.name}`,
    release: 'Hand back to the assistant?',
  };
  return (
    <Modal opened={open !== undefined} onClose={close} title={open && titles[open]} radius="lg">
      {open === 'resolve' && <Resolve {...props} />}
      {open === 'transfer' && <Transfer {...props} />}
      {open === 'release' && <Release {...props} />}
    </Modal>
  );
}

function Resolve({ target, close, done }: DialogProps) {
  const [note, setNote] = useState('');
  const resolve = useResolve();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = note.trim();
    resolve.mutate({ ...target, ...(text ? { note: text } : {}) }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit}>
      <Text size="sm" c="dimmed" mb="sm">
        The conversation closes and {firstName(target.name)} is asked how it went.
      </Text>
      <Textarea
        data-autofocus
        label="Note for colleagues"
        description="Optional. What was done, in case the customer comes back."
        autosize
        minRows={3}
        maxLength={4_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Foot close={close} label="Resolve" busy={resolve.isPending} />
    </form>
  );
}

function Transfer({ target, close, done }: DialogProps) {
  const me = useMe();
  const staff = useQuery(staffQuery);
  const transfer = useTransfer();
  const [to, setTo] = useState('queue');
  const [reason, setReason] = useState('');
  const others = (staff.data ?? []).filter((person) => person.id !== me.id && person.presence !== 'OFFLINE');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const person = others.find((each) => each.id === to);
    const where = person ? { toStaffId: person.id, toName: person.name } : {};
    transfer.mutate({ ...target, ...where, reason: reason.trim() }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit}>
      {staff.isPending && <Rows count={3} height={36} />}
      {staff.isError && !staff.data && (
        <ErrorState
          compact
          error={staff.error}
          title="Colleagues could not be loaded"
          retry={() => void staff.refetch()}
        />
      )}
      <Radio.Group label="To whom" value={to} onChange={setTo} mb="md">
        <Stack gap={10} mt={8}>
          <Radio
            data-autofocus
            value="queue"
            label="Back to the queue"
            description="The next free person takes it"
          />
          {others.map((person) => (
            <Radio
              key={person.id}
              value={person.id}
              label={person.name}
              description={`${PRESENCES[person.presence]}, ${person.open} open`}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label="Reason"
        description="The next person reads this first."
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Foot close={close} label="Transfer" busy={transfer.isPending} disabled={reason.trim() === ''} />
    </form>
  );
}

function Release({ target, close, done }: DialogProps) {
  const release = useRelease();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    release.mutate(target, { onSuccess: done });
  };
  return (
    <form onSubmit={submit}>
      <Text size="sm">
        The assistant answers {firstName(target.name)} from the next message on. You keep reading rights and
        can take over again at any time.
      </Text>
      <Foot close={close} label="Hand back" busy={release.isPending} />
    </form>
  );
}

function Foot(props: { close: () => void; label: string; busy: boolean; disabled?: boolean }) {
  return (
    <Group justify="flex-end" mt="lg">
      <Button variant="default" onClick={props.close} rightSection={<KeyHint keys="Escape" />}>
        Cancel
      </Button>
      <Button type="submit" loading={props.busy} disabled={props.disabled ?? false}>
        {props.label}
      </Button>
    </Group>
  );
}
