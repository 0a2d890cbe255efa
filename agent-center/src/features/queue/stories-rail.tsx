import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import { type QueueItem, useNow } from '@openteller/web-kit';
import { IconArrowUp, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useState } from 'react';
import { useQueue } from '../../shared/desk/queries.ts';
import { slaOf } from '../../shared/desk/sla.ts';
import { firstName, reasonOf } from '../../shared/desk/words.ts';
import { useHeldList } from '../../shared/list/held-list.ts';
import { PersonAvatar } from '../../shared/person-avatar.tsx';
import { useSeen } from './seen.ts';
import classes from './stories-rail.module.css';
import { StoryViewer } from './story-viewer.tsx';

const keyOf = (item: QueueItem) => item.conversationId;

/** Who is waiting for a person, most urgent first. The ring fills as the promised time runs out. */
export function StoriesRail() {
  const queue = useQueue();
  const held = useHeldList(queue.waiting, keyOf);
  const { seen, markSeen } = useSeen();
  const [openId, setOpenId] = useState<string>();
  const open = useCallback((id: string) => setOpenId(id), []);
  const close = useCallback(() => setOpenId(undefined), []);
  useEffect(() => {
    if (openId) markSeen(openId);
  }, [openId, markSeen]);
  const urgent = held.fresh[0];

  return (
    <nav className={classes.rail} aria-label="Waiting for a person" {...held.hold}>
      {held.fresh.length > 0 && urgent && (
        <Button
          className={classes.fresh}
          size="compact-sm"
          radius="xl"
          color={urgent.priority <= 2 ? 'red.9' : 'iris'}
          leftSection={<IconArrowUp size={14} />}
          onClick={held.release}
        >
          {held.fresh.length} new · {reasonOf(urgent.reason).label}
        </Button>
      )}
      {queue.isPending && <Loading />}
      {queue.isError && !queue.data && (
        <p className={classes.done} role="alert" data-broken>
          <IconPlugConnectedX size={20} aria-hidden /> The queue did not load, so waiting customers are not
          shown.
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void queue.refetch()}
            loading={queue.isFetching}
          >
            Try again
          </Button>
        </p>
      )}
      {queue.data && held.shown.length === 0 && (
        <p className={classes.done}>
          <IconCircleCheck size={20} aria-hidden /> Nobody is waiting for a person.
        </p>
      )}
      {held.shown.length > 0 && (
        <ul className={classes.list}>
          {held.shown.map((item) => (
            <li key={item.conversationId}>
              <Story
                item={item}
                seen={seen.has(item.conversationId)}
                gone={held.gone.has(item.conversationId)}
                open={open}
              />
            </li>
          ))}
        </ul>
      )}
      <span role="status" className="ot-visually-hidden">
        {queue.data && `${queue.waiting.length} waiting for a person`}
      </span>
      <StoryViewer items={queue.waiting} openId={openId} show={open} close={close} />
    </nav>
  );
}

interface StoryProps {
  item: QueueItem;
  seen: boolean;
  gone: boolean;
  open: (id: string) => void;
}

const Story = memo(function Story({ item, seen, gone, open }: StoryProps) {
  const now = useNow(1_000);
  const sla = slaOf(item, now);
  return (
    <UnstyledButton
      className={classes.story}
      disabled={gone}
      data-gone={gone || undefined}
      data-story={item.conversationId}
      onClick={() => open(item.conversationId)}
    >
      <PersonAvatar name={item.customerName} size={60} ring={sla} seen={seen} />
      <span className={classes.name}>
        {firstName(item.customerName)}
        <span className="ot-visually-hidden">
          {item.customerName.slice(firstName(item.customerName).length)}, {reasonOf(item.reason).label}
          {seen && ', seen'},{' '}
        </span>
      </span>
      <span className={classes.time} data-risk={sla.risk}>
        {gone ? 'taken' : sla.text}
      </span>
    </UnstyledButton>
  );
});

function Loading() {
  return (
    <ul className={classes.list} aria-busy="true" aria-label="Loading the queue">
      {[0, 1, 2, 3, 4, 5].map((place) => (
        <li key={place} className={classes.story}>
          <Skeleton circle height={60} />
          <Skeleton height={10} width={48} mt={8} />
          <Skeleton height={8} width={56} mt={7} />
        </li>
      ))}
    </ul>
  );
}
