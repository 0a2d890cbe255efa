import { Avatar, Button, Group } from '@mantine/core';
import { Ago, type TeamMember } from '@openteller/web-kit';
import { useMemo } from 'react';
import { Chip } from '../../shared/chips.tsx';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { useMe } from '../../shared/me.tsx';
import { humanise } from '../../shared/words.ts';
import classes from './team.module.css';

/** @param onEdit absent when the person may only look */
export function MemberTable({
  members,
  onEdit,
}: {
  members: TeamMember[];
  onEdit: ((member: TeamMember) => void) | undefined;
}) {
  const me = useMe();
  const columns = useMemo(() => columnsFor(me.id, onEdit), [me.id, onEdit]);
  return (
    <DataTable
      label="People"
      columns={columns}
      rows={members}
      rowId={(row) => row.id}
      {...(onEdit ? { onOpen: onEdit } : {})}
    />
  );
}

function columnsFor(me: string, onEdit: ((member: TeamMember) => void) | undefined): Column<TeamMember>[] {
  const columns: Column<TeamMember>[] = [
    {
      id: 'name',
      header: 'Name',
      sort: (row) => row.name,
      cell: (row) => (
        <span className={classes.person}>
          <Avatar name={row.name} color="initials" size={36} radius="xl" />
          <span className={classes.personText}>
            <span className={classes.name}>
              {row.name} {row.id === me && <Chip color="iris">You</Chip>}
            </span>
            <span className={classes.sub}>{row.email}</span>
          </span>
        </span>
      ),
    },
    {
      id: 'roles',
      header: 'Roles',
      sort: (row) => row.roles.join(),
      wideOnly: true,
      cell: (row) => (
        <Group gap={6}>
          {row.roles.map((role) => (
            <Chip key={role} color={role === 'ADMIN' ? 'iris' : 'gray'}>
              {humanise(role)}
            </Chip>
          ))}
        </Group>
      ),
    },
    {
      id: 'active',
      header: 'Account',
      width: 120,
      wideOnly: true,
      sort: (row) => (row.active ? 0 : 1),
      cell: (row) => (row.active ? <Chip color="teal">Active</Chip> : <Chip color="gray">Inactive</Chip>),
    },
    {
      id: 'signedIn',
      header: 'Last sign-in',
      width: 140,
      wideOnly: true,
      sort: (row) => row.lastSignInAt ?? '',
      cell: (row) => (
        <span className={classes.sub}>{row.lastSignInAt ? <Ago at={row.lastSignInAt} /> : 'Not yet'}</span>
      ),
    },
  ];
  if (!onEdit) return columns;
  return [
    ...columns,
    {
      id: 'edit',
      header: 'Change',
      width: 120,
      align: 'end',
      cell: (row) => (
        <Button
          size="xs"
          variant="default"
          aria-label={`Change the roles of ${row.name}`}
          onClick={() => onEdit(row)}
        >
          Roles
        </Button>
      ),
    },
  ];
}
