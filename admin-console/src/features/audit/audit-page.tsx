import { Button, Group } from '@mantine/core';
import { EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { LoadMore } from '../../shared/load-more.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { SearchField } from '../../shared/search-field.tsx';
import { plural } from '../../shared/words.ts';
import { auditQuery, verify } from './api.ts';
import { AuditTable } from './audit-table.tsx';
import { VerdictBanner } from './verdict-banner.tsx';

/** Who did what. Each event carries the hash of the one before: altering one breaks the chain, and the check finds where. */
export function AuditPage() {
  const filter = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const trail = useInfiniteQuery(auditQuery(filter));
  const check = useMutation({ mutationFn: verify });
  const events = trail.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const filtered = filter.action !== undefined || filter.before !== undefined;
  const search = useCallback(
    (action: string) => void navigate({ search: action ? { action } : {}, replace: true }),
    [navigate],
  );
  const clear = () => void navigate({ search: {}, replace: true });
  const broken = check.data?.intact === false ? check.data.firstBroken : undefined;
  return (
    <Page
      title="Audit"
      lead="Who did what, in order. Every event carries the fingerprint of the one before it, so a change afterwards cannot hide."
      wide
      actions={
        <Button
          leftSection={<IconShieldCheck size={17} />}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          Verify chain
        </Button>
      }
    >
      <VerdictBanner
        verdict={check.data}
        error={check.error}
        onShow={(number) => void navigate({ search: { before: number + 20 }, replace: true })}
      />
      <Group gap="sm" mb="md">
        <SearchField
          label="Filter by action"
          value={filter.action ?? ''}
          onSearch={search}
          w={{ base: '100%', sm: 320 }}
        />
        {filtered && (
          <Button variant="subtle" color="gray" size="sm" onClick={clear}>
            {filter.before === undefined ? 'Clear filter' : 'Back to the newest'}
          </Button>
        )}
      </Group>
      <Card flush>
        {trail.isPending ? (
          <div style={{ padding: 20 }}>
            <Rows count={12} height={34} gap={8} />
          </div>
        ) : trail.isError && events.length === 0 ? (
          <ErrorState
            error={trail.error}
            title="The audit trail could not be loaded"
            retry={() => void trail.refetch()}
            retrying={trail.isFetching}
          />
        ) : events.length > 0 ? (
          <AuditTable events={events} broken={broken} />
        ) : filtered ? (
          <EmptyState
            kind="none"
            title="No event fits"
            text={
              filter.action
                ? `No action is called “${filter.action}”.`
                : 'There is nothing before this event.'
            }
            action={{ label: 'Show all events', run: clear }}
          />
        ) : (
          <EmptyState
            kind="first"
            icon={<IconShieldCheck size={26} stroke={1.6} />}
            title="Nothing was recorded yet"
            text="Each reply, sign-in and change of the configuration is recorded here as it happens."
          />
        )}
      </Card>
      {events.length > 0 && (
        <LoadMore
          has={trail.hasNextPage}
          loading={trail.isFetchingNextPage}
          onMore={() => void trail.fetchNextPage()}
          end={`That is all: ${plural(events.length, 'event')}`}
        />
      )}
    </Page>
  );
}
