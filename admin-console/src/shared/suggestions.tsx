import { Button } from '@mantine/core';
import { Ago, EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Card } from './page.tsx';
import classes from './suggestions.module.css';

interface SuggestionsProps<T> {
  title: string;
  hint: string;
  query: UseQueryResult<T[]>;
  rowHeight: number;
  empty: { icon: ReactNode; text: string };
  /** One list item each. */
  children: (suggestion: T) => ReactNode;
}

/** What people in conversations suggest, waiting for somebody to decide. */
export function Suggestions<T>({ title, hint, query, rowHeight, empty, children }: SuggestionsProps<T>) {
  return (
    <Card title={title} hint={hint}>
      {query.isPending ? (
        <Rows count={4} height={rowHeight} />
      ) : query.isError && !query.data ? (
        <ErrorState
          error={query.error}
          title="The suggestions could not be loaded"
          retry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : query.data.length === 0 ? (
        <EmptyState kind="done" icon={empty.icon} title="Nothing waits for you" text={empty.text} />
      ) : (
        <ul className={classes.list}>{query.data.map(children)}</ul>
      )}
    </Card>
  );
}

/** Who suggested it, when, and where it was said. */
export function SuggestedBy({ by, at, conversation }: { by: string; at: string; conversation: string }) {
  return (
    <span className={classes.by}>
      {by}, <Ago at={at} /> ·{' '}
      <Link to="/conversations/$id" params={{ id: conversation }}>
        conversation
      </Link>
    </span>
  );
}

interface DecideProps {
  yes: string;
  no: string;
  pending: boolean;
  /** Why it cannot be taken as it stands. */
  incomplete?: boolean;
  onDecide: (taken: boolean) => void;
}

export function Decide({ yes, no, pending, incomplete, onDecide }: DecideProps) {
  return (
    <span className={classes.deciding}>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconX size={16} />}
        disabled={pending}
        onClick={() => onDecide(false)}
      >
        {no}
      </Button>
      <Button
        size="sm"
        leftSection={<IconCheck size={16} />}
        loading={pending}
        disabled={incomplete === true}
        onClick={() => onDecide(true)}
      >
        {yes}
      </Button>
    </span>
  );
}
