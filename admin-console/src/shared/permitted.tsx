import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import { EmptyState, type Permission } from '@openteller/web-kit';
import { IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCan, useMe } from './me.tsx';
import { Page } from './page.tsx';
import { humanise, PERMISSIONS } from './words.ts';

/** The page, or a refusal that names the permission and the person's roles. */
export function Permitted({
  needs,
  what,
  children,
}: {
  needs: Permission;
  what: string;
  children: ReactNode;
}) {
  const { roles } = useMe();
  const navigate = useNavigate();
  const home = useCan('CONVERSATION_READ') ? '/conversations' : '/';
  if (useCan(needs)) return children;
  return (
    <Page title={what}>
      <EmptyState
        kind="none"
        icon={<IconLock size={26} stroke={1.6} />}
        title="403: your roles do not open this page"
        text={
          <>
            It needs the permission “{PERMISSIONS[needs].label}”. You are here as{' '}
            {roles.map(humanise).join(', ') || 'nobody with a role'}. Somebody with “Manage the team” can
            change that.
          </>
        }
        action={{ label: 'Go to what you can see', run: () => void navigate({ to: home }) }}
      />
    </Page>
  );
}

interface PermitButtonProps extends ButtonProps {
  needs: Permission;
  /** Why it cannot be pressed although the person may: shown like the missing permission. */
  blocked?: string | undefined;
  onClick: () => void;
  children: ReactNode;
}

/** A button that stays in sight without the permission and says why it cannot be pressed. */
export function PermitButton({ needs, blocked, onClick, children, ...button }: PermitButtonProps) {
  const allowed = useCan(needs);
  const why = allowed ? blocked : `Needs the permission “${PERMISSIONS[needs].label}”`;
  return (
    <Tooltip label={why} disabled={!why} openDelay={100} withinPortal={false}>
      <Button
        {...button}
        {...(why ? { 'data-disabled': true, 'aria-disabled': true } : {})}
        onClick={(event) => (why ? event.preventDefault() : onClick())}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
