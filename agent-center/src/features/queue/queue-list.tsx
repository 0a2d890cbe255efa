import { type Command, EmptyState, ErrorState, useCommands } from '@openteller/web-kit';
import { IconConfetti, IconInbox } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { type Target, useClaim } from '../../shared/desk/actions.ts';
import { type DeskItem, useQueue } from '../../shared/desk/queries.ts';
import { reasonOf } from '../../shared/desk/words.ts';
import { useCursor } from '../../shared/list/cursor.ts';
import { FreshPill } from '../../shared/list/fresh-pill.tsx';
import { useHeldList } from '../../shared/list/held-list.ts';
import { ListPlaceholder } from '../../shared/list/list-placeholder.tsx';
import { VirtualList } from '../../shared/list/virtual-list.tsx';
import { useCan } from '../../shared/me.tsx';
import { QueueRow } from './queue-row.tsx';

const keyOf = (item: DeskItem) => item.conversationId;
const targetOf = (item: DeskItem): Target => ({
  id: item.conversationId,
  name: item.customerName,
  version: item.version,
});

interface QueueListProps {
  section: 'queue' | 'mine';
  openId: string | undefined;
  filter: string;
  clearFilter: () => void;
  wide: boolean;
}

/** The waiting customers, or the ones this person holds, in the platform's order with its reason. */
export function QueueList({ section, openId, filter, clearFilter, wide }: QueueListProps) {
  const queue = useQueue();
  const all = section === 'queue' ? queue.waiting : queue.mine;
  const items = useMemo(() => all.filter((item) => matches(item, filter)), [all, filter]);
  const held = useHeldList(items, keyOf);
  const order = useMemo(() => held.shown.map(keyOf), [held.shown]);
  const cursor = useCursor(order, openId);
  const canWork = useCan('CONVERSATION_WORK');
  const { mutate: claim } = useClaim();
  const onClaim = useCallback((item: DeskItem) => claim(targetOf(item)), [claim]);
  const commands = useMemo<Command[]>(() => {
    const item = held.shown.find((each) => keyOf(each) === cursor.current);
    if (openId || !canWork || section !== 'queue' || !item) return cursor.commands;
    const act: Command = {
      id: 'claim',
      label: `Claim ${item.customerName}`,
      group: 'Conversation',
      keys: 'c',
      run: () => onClaim(item),
    };
    return [...cursor.commands, act];
  }, [held.shown, cursor.current, cursor.commands, openId, canWork, section, onClaim]);
  useCommands(commands);

  if (queue.isPending)
    return <ListPlaceholder label="Loading conversations" rowHeight={wide ? 96 : 104} wide={wide} />;
  if (queue.isError && !queue.data)
    return (
      <ErrorState
        error={queue.error}
        title="The queue could not be loaded"
        retry={() => void queue.refetch()}
        retrying={queue.isFetching}
      />
    );
  if (held.shown.length === 0 && held.fresh.length === 0) {
    return <Nothing section={section} filtered={all.length > 0} clearFilter={clearFilter} />;
  }
  const urgent = held.fresh.find((item) => item.priority <= 2);
  return (
    <div className="list-box" {...held.hold}>
      <FreshPill
        count={held.fresh.length}
        urgent={urgent && reasonOf(urgent.reason).label}
        show={held.release}
      />
      <VirtualList
        label={section === 'queue' ? 'Waiting for a person' : 'My conversations'}
        items={held.shown}
        keyOf={keyOf}
        rowHeight={wide ? 96 : 104}
        cursor={cursor.cursor}
        render={(item) => (
          <QueueRow
            item={item}
            section={section}
            open={item.conversationId === openId}
            gone={held.gone.has(item.conversationId)}
            wide={wide}
            claim={canWork && section === 'queue' ? onClaim : undefined}
          />
        )}
      />
    </div>
  );
}

function matches(item: DeskItem, filter: string): boolean {
  if (filter === '') return true;
  const text = [item.customerName, item.intent, item.lastLine, reasonOf(item.reason).label]
    .join(' ')
    .toLowerCase();
  return text.includes(filter.toLowerCase());
}

function Nothing(props: { section: 'queue' | 'mine'; filtered: boolean; clearFilter: () => void }) {
  if (props.filtered) {
    return (
      <EmptyState
        kind="none"
        title="No match"
        text="Your search hides every conversation in this list."
        action={{ label: 'Clear search', run: props.clearFilter }}
      />
    );
  }
  return props.section === 'queue' ? (
    <EmptyState
      kind="done"
      icon={<IconConfetti size={28} stroke={1.6} />}
      title="The queue is empty"
      text="Nobody is waiting. New escalations appear here and in the rail by themselves."
    />
  ) : (
    <EmptyState
      kind="done"
      icon={<IconInbox size={28} stroke={1.6} />}
      title="You hold no conversations"
      text="Claim one from the queue with C, or take over one from the assistant with T."
    />
  );
}
