import { Loader } from '@mantine/core';
import { api, ErrorState, type Me, Problem } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MeProvider } from '../shared/me.tsx';
import classes from './shell.module.css';

/** Nothing is shown before the platform has said who this is and what they may do. */
export function SessionGate({ children }: { children: ReactNode }) {
  const me = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => api.get<Me>('/api/v1/me', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (me.data) return <MeProvider me={me.data}>{children}</MeProvider>;
  const signingIn = me.error instanceof Problem && me.error.status === 401;
  return (
    <main className={classes.gate}>
      {me.isError && !signingIn ? (
        <ErrorState
          error={me.error}
          title="The admin console could not start"
          retry={() => void me.refetch()}
          retrying={me.isFetching}
        />
      ) : (
        <div role="status" className={classes.starting}>
          <Loader size="sm" /> {signingIn ? 'Taking you to the sign-in page' : 'Opening the admin console'}
        </div>
      )}
    </main>
  );
}
