import { Alert, Button, Group, Modal, TextInput } from '@mantine/core';
import { asProblem, type Role, type Team, toast } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useInvite } from './api.ts';
import { RolePicker } from './role-picker.tsx';

const ADDRESS = /^[^@\s]{1,64}@[^@\s]{1,190}$/;

interface InviteDialogProps {
  opened: boolean;
  roles: Team['roles'];
  onClose: () => void;
}

export function InviteDialog({ opened, roles, onClose }: InviteDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Invite a colleague" size="lg" radius="lg">
      <InviteForm roles={roles} onClose={onClose} />
    </Modal>
  );
}

function InviteForm({ roles, onClose }: Omit<InviteDialogProps, 'opened'>) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<Role[]>([]);
  const [tried, setTried] = useState(false);
  const invite = useInvite();
  const problem = invite.error ? asProblem(invite.error) : undefined;
  const errors = {
    name: name.trim() === '' ? 'Who is it?' : undefined,
    email: ADDRESS.test(email.trim()) ? undefined : 'An address has a name, an @ and a domain',
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (errors.name || errors.email || chosen.length === 0) return;
    invite.mutate(
      { name: name.trim(), email: email.trim(), roles: chosen },
      {
        onSuccess: (member) => {
          toast(`${member.name} is on the team and signs in with the bank’s account for ${member.email}`);
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group grow align="flex-start" mb="md">
        <TextInput
          label="Name"
          required
          data-autofocus
          maxLength={120}
          value={name}
          error={tried && errors.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="E-mail at the bank"
          type="email"
          required
          value={email}
          error={tried && errors.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </Group>
      <RolePicker roles={roles} value={chosen} onChange={setChosen} />
      {tried && chosen.length === 0 && (
        <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title="Choose at least one role" />
      )}
      {problem && (
        <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
          {problem.detail ?? 'Nobody was invited.'}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={invite.isPending}>
          Invite
        </Button>
      </Group>
    </form>
  );
}
