import { EmptyState } from '@openteller/web-kit';
import { IconLock } from '@tabler/icons-react';
import { Approvals } from '../features/approvals/approvals.tsx';
import { useCan } from '../shared/me.tsx';
import classes from './shell.module.css';

export function ApprovalsPage() {
  const may = useCan('OPERATION_APPROVE');
  return (
    <main className={classes.mePage} aria-label="Approvals">
      {may ? (
        <Approvals />
      ) : (
        <EmptyState
          kind="none"
          title="Your roles do not allow this"
          text="Somebody who manages your team can change that."
          icon={<IconLock size={26} stroke={1.6} />}
        />
      )}
    </main>
  );
}
