import { Button, Group, Select } from '@mantine/core';
import { EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { IconMessages } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { LoadMore } from '../../shared/load-more.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { SearchField } from '../../shared/search-field.tsx';
import { OWNERS, plural, ROUTES } from '../../shared/words.ts';
import { conversationsQuery } from './api.ts';
import { ConversationTable } from './conversation-table.tsx';
import { type ConversationFilter, OWNER_VALUES, ROUTE_VALUES } from './search.ts';

export function ConversationsPage() {
  const filter = useSearch({ from: '/conversations' });
  const navigate = useNavigate({ from: '/conversations' });
  const list = useInfiniteQuery(conversationsQuery(filter));
  const rows = list.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const filtered = Object.keys(filter).length > 0;
  const set = useCallback(
    (change: { [K in keyof ConversationFilter]: ConversationFilter[K] | undefined }) =>
      void navigate({ search: (now) => ({ ...now, ...change }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => set({ q: q || undefined }), [set]);
  const clear = () => void navigate({ search: {}, replace: true });
  return (
    <Page
      title="Conversations"
      lead="Every conversation with its transcript and, for each reply of the assistant, the reasons behind it."
      wide
    >
      <Group gap="sm" mb="md">
        <SearchField
          label="Search conversations"
          value={filter.q ?? ''}
          onSearch={search}
          w={{ base: '100%', sm: 300 }}
        />
        <Select
          aria-label="Who has it"
          placeholder="Anyone has it"
          clearable
          w={{ base: '100%', xs: 180 }}
          value={filter.owner ?? null}
          onChange={(owner) => set({ owner: OWNER_VALUES.find((each) => each === owner) })}
          data={OWNER_VALUES.map((value) => ({ value, label: OWNERS[value].label }))}
        />
        <Select
          aria-label="Last decision"
          placeholder="Any decision"
          clearable
          w={{ base: '100%', xs: 180 }}
          value={filter.route ?? null}
          onChange={(route) => set({ route: ROUTE_VALUES.find((each) => each === route) })}
          data={ROUTE_VALUES.map((value) => ({ value, label: ROUTES[value].label }))}
        />
        {filtered && (
          <Button variant="subtle" color="gray" size="sm" onClick={clear}>
            Clear filters
          </Button>
        )}
      </Group>
      <Card flush>
        {list.isPending ? (
          <div style={{ padding: 20 }}>
            <Rows count={9} height={44} gap={9} />
          </div>
        ) : list.isError && rows.length === 0 ? (
          <ErrorState
            error={list.error}
            title="The conversations could not be loaded"
            retry={() => void list.refetch()}
            retrying={list.isFetching}
          />
        ) : rows.length === 0 ? (
          filtered ? (
            <EmptyState
              kind="none"
              title="No conversation fits these filters"
              text="Take a filter away, or search for fewer words."
              action={{ label: 'Clear filters', run: clear }}
            />
          ) : (
            <EmptyState
              kind="first"
              icon={<IconMessages size={26} stroke={1.6} />}
              title="No conversations yet"
              text="They appear here as soon as a customer writes in the widget on your site."
            />
          )
        ) : (
          <ConversationTable rows={rows} />
        )}
      </Card>
      {rows.length > 0 && (
        <LoadMore
          has={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
          end={`That is all: ${plural(rows.length, 'conversation')}`}
        />
      )}
    </Page>
  );
}
