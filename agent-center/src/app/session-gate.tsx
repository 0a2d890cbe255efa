import { Loader } from '@mantine/core';
import { ErrorState, Problem } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DeskEvents } from '../shared/desk/desk-events.tsx';
import { meQuery } from '../shared/desk/queries.ts';
import { MeProvider } from '../shared/me.tsx';
import classes from './shell.module.css';

const NO_DESK = new Problem({
  status: 403,
  code: 'DESK_NOT_ALLOWED',
  title: 'Your role does not open the agent center',
  detail: 'Ask an administrator of your bank for the agent role.',
});

/** Nothing is shown before the platform has said who this is. */
export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  if (me.data && !me.data.permissions.includes('CONVERSATION_READ')) {
    return <main className={classes.gate}>{<ErrorState error={NO_DESK} />}</main>;
  }
  if (me.data) {
    return (
      <MeProvider me={me.data}>
        <DeskEvents>{children}</DeskEvents>
      </MeProvider>
    );
  }
  const signingIn = me.error instanceof Problem && me.error.status === 401;
  return (
    <main className={classes.gate}>
      {me.isError && !signingIn ? (
        <ErrorState
          error={me.error}
          title="The agent center could not start"
          retry={() => void me.refetch()}
          retrying={me.isFetching}
        />
      ) : (
        <div role="status" className={classes.starting}>
          <Loader size="sm" /> {signingIn ? 'Taking you to the sign-in page' : 'Opening the agent center'}
        </div>
      )}
    </main>
  );
}
