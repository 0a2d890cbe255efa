import { SegmentedControl } from '@mantine/core';
import { EmptyState, ErrorState, Rows, toast, toastProblem } from '@openteller/web-kit';
import { IconChecks, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApprovalCard } from './approval-card.tsx';
import classes from './approvals.module.css';
import { type Approval, approvalsQuery, type Shown, useDecide } from './approvals-api.ts';
import { DeclineDialog } from './decline-dialog.tsx';

/** What waits for a colleague's word, and what became of earlier ones. */
export function Approvals() {
  const [shown, setShown] = useState<Shown>('OPEN');
  const [declining, setDeclining] = useState<Approval>();
  const approvals = useQuery(approvalsQuery(shown));
  const decide = useDecide();
  const outcome = (agree: boolean) => ({
    onSuccess: () => toast(agree ? 'Agreed. It goes on now.' : 'Declined. Nothing is done.'),
    onError: (error: Error) => toastProblem(error, 'Your decision was not taken'),
  });
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>Approvals</h1>
        <SegmentedControl
          aria-label="Which"
          value={shown}
          onChange={(value) => setShown(value === 'DECIDED' ? 'DECIDED' : 'OPEN')}
          data={[
            { value: 'OPEN', label: 'Waiting' },
            { value: 'DECIDED', label: 'Decided' },
          ]}
        />
      </div>
      {approvals.isPending && <Rows count={3} height={180} />}
      {approvals.isError && !approvals.data && (
        <ErrorState
          error={approvals.error}
          title="The approvals could not be loaded"
          retry={() => void approvals.refetch()}
          retrying={approvals.isFetching}
        />
      )}
      {approvals.data?.length === 0 && <Nothing shown={shown} />}
      {approvals.data?.map((approval) => (
        <ApprovalCard
          key={approval.id}
          approval={approval}
          busy={decide.isPending && decide.variables.id === approval.id}
          agree={() => decide.mutate({ id: approval.id, agree: true, reason: '' }, outcome(true))}
          decline={() => setDeclining(approval)}
        />
      ))}
      <DeclineDialog
        approval={declining}
        close={() => setDeclining(undefined)}
        decline={async (reason) =>
          declining && decide.mutateAsync({ id: declining.id, agree: false, reason }, outcome(false))
        }
      />
    </div>
  );
}

function Nothing({ shown }: { shown: Shown }) {
  return shown === 'OPEN' ? (
    <EmptyState
      kind="done"
      title="Nothing waits for you"
      text="What needs a second person, such as a refund above the line, appears here."
      icon={<IconChecks size={26} stroke={1.6} />}
    />
  ) : (
    <EmptyState
      kind="first"
      title="Nothing was decided yet"
      text="Decisions stay here with who made them and why."
      icon={<IconHistory size={26} stroke={1.6} />}
    />
  );
}
