import { type Command, EmptyState, ErrorState, type FeedItem, useCommands } from '@openteller/web-kit';
import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type Target, useTakeOver } from '../../shared/desk/actions.ts';
import { feedQuery } from '../../shared/desk/queries.ts';
import { useCursor } from '../../shared/list/cursor.ts';
import { FreshPill } from '../../shared/list/fresh-pill.tsx';
import { useHeldList } from '../../shared/list/held-list.ts';
import { ListPlaceholder } from '../../shared/list/list-placeholder.tsx';
import { VirtualList } from '../../shared/list/virtual-list.tsx';
import { useCan } from '../../shared/me.tsx';
import { FeedCard } from './feed-card.tsx';
import { type FeedFilter, matchesFeed } from './feed-filter.ts';

const keyOf = (item: FeedItem) => item.conversationId;
const targetOf = (item: FeedItem): Target => ({
  id: item.conversationId,
  name: item.customerName,
  version: item.version,
});

interface FeedListProps {
  openId: string | undefined;
  filter: FeedFilter;
  clearFilter: () => void;
  wide: boolean;
}

/** Every live conversation, the assistant's and people's. Cards when there is room, rows beside an open one. */
export function FeedList({ openId, filter, clearFilter, wide }: FeedListProps) {
  const feed = useQuery(feedQuery);
  const items = useMemo(
    () => (feed.data ?? []).filter((item) => matchesFeed(item, filter)),
    [feed.data, filter],
  );
  const held = useHeldList(items, keyOf);
  const order = useMemo(() => held.shown.map(keyOf), [held.shown]);
  const cursor = useCursor(order, openId);
  const canWork = useCan('CONVERSATION_WORK');
  const { mutate: takeOver } = useTakeOver();
  const onTakeOver = useCallback((item: FeedItem) => takeOver(targetOf(item)), [takeOver]);
  const commands = useMemo<Command[]>(() => {
    const item = held.shown.find((each) => keyOf(each) === cursor.current);
    if (openId || !canWork || item?.owner !== 'ASSISTANT') return cursor.commands;
    const act: Command = {
      id: 'take-over',
      label: `Take over ${item.customerName}`,
      group: 'Conversation',
      keys: 't',
      run: () => onTakeOver(item),
    };
    return [...cursor.commands, act];
  }, [held.shown, cursor.current, cursor.commands, openId, canWork, onTakeOver]);
  useCommands(commands);

  if (feed.isPending)
    return (
      <ListPlaceholder
        label="Loading live conversations"
        rowHeight={wide ? 196 : 104}
        grid={wide}
        wide={wide}
      />
    );
  if (feed.isError && !feed.data)
    return (
      <ErrorState
        error={feed.error}
        title="The live conversations could not be loaded"
        retry={() => void feed.refetch()}
        retrying={feed.isFetching}
      />
    );
  if (held.shown.length === 0 && held.fresh.length === 0) {
    return (feed.data?.length ?? 0) > 0 ? (
      <EmptyState
        kind="none"
        title="No match"
        text="Your filter hides every live conversation."
        action={{ label: 'Show all', run: clearFilter }}
      />
    ) : (
      <EmptyState
        kind="first"
        icon={<IconMessages size={28} stroke={1.6} />}
        title="No live conversations"
        text="As soon as a customer writes in the widget, the conversation appears here."
      />
    );
  }
  return (
    <div className="list-box" {...held.hold}>
      <FreshPill count={held.fresh.length} show={held.release} />
      <VirtualList
        label="Live conversations"
        items={held.shown}
        keyOf={keyOf}
        rowHeight={wide ? 196 : 104}
        {...(wide ? { minColumnWidth: 330 } : {})}
        cursor={cursor.cursor}
        render={(item) => (
          <FeedCard
            item={item}
            open={item.conversationId === openId}
            gone={held.gone.has(item.conversationId)}
            wide={wide}
            takeOver={canWork ? onTakeOver : undefined}
          />
        )}
      />
    </div>
  );
}
