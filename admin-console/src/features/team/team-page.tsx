import { Tabs } from '@mantine/core';
import { ErrorState, Rows, type TeamMember } from '@openteller/web-kit';
import { IconLayoutGrid, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { teamQuery } from './api.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberTable } from './member-table.tsx';
import { RoleDrawer } from './role-drawer.tsx';
import { RoleMatrix } from './role-matrix.tsx';

export function TeamPage() {
  const search = useSearch({ from: '/team' });
  const navigate = useNavigate({ from: '/team' });
  const team = useQuery(teamQuery);
  const mayWrite = useCan('TEAM_WRITE');
  const [edited, setEdited] = useState<TeamMember>();
  const setInvite = (open: boolean) =>
    void navigate({ search: (now) => ({ ...now, invite: open ? true : undefined }), replace: true });
  return (
    <Page
      title="Team and roles"
      lead="Who works here, and what their roles let them do. People sign in with the bank’s own accounts."
      wide
      actions={
        <PermitButton
          needs="TEAM_WRITE"
          leftSection={<IconUserPlus size={17} />}
          onClick={() => setInvite(true)}
        >
          Invite colleague
        </PermitButton>
      }
    >
      <Tabs
        value={search.view ?? 'people'}
        onChange={(view) =>
          void navigate({ search: view === 'roles' ? { view: 'roles' } : {}, replace: true })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="people" leftSection={<IconUsers size={16} />}>
            People
          </Tabs.Tab>
          <Tabs.Tab value="roles" leftSection={<IconLayoutGrid size={16} />}>
            What roles may do
          </Tabs.Tab>
        </Tabs.List>
        {team.isPending ? (
          <Card>
            <Rows count={6} height={52} gap={9} />
          </Card>
        ) : team.isError && !team.data ? (
          <Card>
            <ErrorState
              error={team.error}
              title="The team could not be loaded"
              retry={() => void team.refetch()}
              retrying={team.isFetching}
            />
          </Card>
        ) : (
          <>
            <Tabs.Panel value="people">
              <Card flush>
                <MemberTable members={team.data.items} onEdit={mayWrite ? setEdited : undefined} />
              </Card>
            </Tabs.Panel>
            <Tabs.Panel value="roles">
              <RoleMatrix roles={team.data.roles} />
            </Tabs.Panel>
          </>
        )}
      </Tabs>
      {team.data && mayWrite && (
        <>
          <RoleDrawer member={edited} roles={team.data.roles} onClose={() => setEdited(undefined)} />
          <InviteDialog
            opened={search.invite === true}
            roles={team.data.roles}
            onClose={() => setInvite(false)}
          />
        </>
      )}
    </Page>
  );
}
