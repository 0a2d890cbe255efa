import { ErrorState } from '@openteller/web-kit';
import type { ReactNode } from 'react';

interface LoadedProps<T> {
  query: {
    data: T | undefined;
    isError: boolean;
    error: unknown;
    isFetching: boolean;
    refetch: () => unknown;
  };
  /** What could not be shown: "The versions could not be loaded". */
  title: string;
  /** Stands in while the data is on its way, as high as it will be. */
  waiting: ReactNode;
  compact?: boolean;
  children: (data: T) => ReactNode;
}

/** Data that was once here stays on screen while it is fetched again, and when that fails. */
export function Loaded<T>({ query, title, waiting, compact, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return waiting;
  return (
    <ErrorState
      error={query.error}
      title={title}
      retry={() => void query.refetch()}
      retrying={query.isFetching}
      compact={compact === true}
    />
  );
}
