import { Skeleton } from '@mantine/core';
import { ErrorState } from '@openteller/web-kit';
import type { LinkProps } from '@tanstack/react-router';
import { Card, Page } from './page.tsx';

interface WaitingPageProps {
  /** What it is, with a capital: `Document`. */
  title: string;
  back: { label: string; to: LinkProps['to'] };
  wide?: boolean;
  query: { isError: boolean; error: unknown; isFetching: boolean; refetch: () => unknown };
  /** The columns that the page will have, and how high they will be: nothing jumps when it comes. */
  columns: string | undefined;
  heights: readonly [number, number];
}

/** The page of one thing while it is on its way, or why it does not come. */
export function WaitingPage({ title, back, wide, query, columns, heights }: WaitingPageProps) {
  return (
    <Page title={title} back={back} wide={wide === true}>
      {query.isError ? (
        <Card>
          <ErrorState
            error={query.error}
            title={`This ${title.toLowerCase()} could not be loaded`}
            retry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        </Card>
      ) : (
        <div className={columns} aria-busy="true" role="status" aria-label="Loading">
          {heights.map((height, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are their place
            <Skeleton key={index} height={height} radius="lg" />
          ))}
        </div>
      )}
    </Page>
  );
}
