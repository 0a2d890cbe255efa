import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconCloudOff, IconFilterOff, IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';

interface EmptyStateProps {
  /** `first`: nothing was ever here; `none`: a filter hides everything; `done`: all work is finished. */
  kind: 'first' | 'none' | 'done';
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  action?: { label: string; run: () => void };
  compact?: boolean;
}

/** Says which kind of nothing this is and what to do next. */
export function EmptyState({ kind, title, text, icon, action, compact }: EmptyStateProps) {
  return (
    <Stack align="center" gap={6} className="ot-state" data-compact={compact || undefined}>
      <span className="ot-state-icon" data-kind={kind} aria-hidden>
        {icon ?? <IconFilterOff size={26} stroke={1.6} />}
      </span>
      <Text fw={650} ta="center" m={0}>
        {title}
      </Text>
      {text && (
        <Text size="sm" c="dimmed" ta="center" maw={380}>
          {text}
        </Text>
      )}
      {action && (
        <Button mt="xs" size="xs" variant={kind === 'first' ? 'filled' : 'default'} onClick={action.run}>
          {action.label}
        </Button>
      )}
    </Stack>
  );
}

interface ErrorStateProps {
  error: unknown;
  /** What could not be shown: "The queue could not be loaded". */
  title?: string;
  retry?: () => void;
  retrying?: boolean;
  compact?: boolean;
}

/** Names the cause in people's words and offers the next step; the code is there for whoever they report it to. */
export function ErrorState({ error, title, retry, retrying, compact }: ErrorStateProps) {
  const problem = asProblem(error);
  const Icon = problem.status === 403 ? IconLock : problem.status === 0 ? IconCloudOff : IconPlugConnectedX;
  return (
    <Stack align="center" gap={6} className="ot-state" data-compact={compact || undefined} role="alert">
      <span className="ot-state-icon" data-kind="error" aria-hidden>
        <Icon size={26} stroke={1.6} />
      </span>
      <Text fw={650} ta="center" m={0}>
        {title ?? problem.title}
      </Text>
      <Text size="sm" c="dimmed" ta="center" maw={400}>
        {title ? `${problem.title}. ` : ''}
        {problem.detail}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace">
        {problem.code}
      </Text>
      {retry && problem.status !== 403 && (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} />}
          loading={retrying ?? false}
          onClick={retry}
        >
          Try again
        </Button>
      )}
    </Stack>
  );
}

/** Placeholders of the final height, so that nothing jumps when the data comes. */
export function Rows({ count, height, gap = 8 }: { count: number; height: number; gap?: number }) {
  return (
    <Stack gap={gap} aria-busy="true" role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}
