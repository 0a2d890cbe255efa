import { Alert, Button, Drawer, Group } from '@mantine/core';
import { asProblem, type Role, type Team, type TeamMember, toast } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useChangeRoles } from './api.ts';
import { RolePicker } from './role-picker.tsx';

interface RoleDrawerProps {
  member: TeamMember | undefined;
  roles: Team['roles'];
  onClose: () => void;
}

export function RoleDrawer({ member, roles, onClose }: RoleDrawerProps) {
  return (
    <Drawer opened={member !== undefined} onClose={onClose} position="right" size={440} title={member?.name}>
      {member && <Editor key={member.id} member={member} roles={roles} onClose={onClose} />}
    </Drawer>
  );
}

function Editor({
  member,
  roles,
  onClose,
}: {
  member: TeamMember;
  roles: Team['roles'];
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<Role[]>(member.roles);
  const change = useChangeRoles();
  const problem = change.error ? asProblem(change.error) : undefined;
  const same = chosen.length === member.roles.length && chosen.every((role) => member.roles.includes(role));
  const save = () =>
    change.mutate(
      { id: member.id, roles: chosen },
      {
        onSuccess: () => {
          toast(`The roles of ${member.name} are changed`, {
            undo: () => change.mutate({ id: member.id, roles: member.roles }),
          });
          onClose();
        },
      },
    );
  return (
    <>
      <RolePicker roles={roles} value={chosen} onChange={setChosen} />
      {problem && (
        <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
          {problem.code === 'LAST_ADMIN'
            ? `${member.name} is the last one who can manage the team. Give somebody else the role Admin first.`
            : (problem.detail ?? 'Nothing was changed.')}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={save} loading={change.isPending} disabled={same || chosen.length === 0}>
          {chosen.length === 0 ? 'Choose a role' : 'Save roles'}
        </Button>
      </Group>
    </>
  );
}
