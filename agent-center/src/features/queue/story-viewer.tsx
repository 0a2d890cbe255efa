import { ActionIcon, Button, Group, Modal, Text } from '@mantine/core';
import { type Command, ErrorState, KeyHint, type QueueItem, Rows, useCommands } from '@openteller/web-kit';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useClaim } from '../../shared/desk/actions.ts';
import { conversationQuery } from '../../shared/desk/queries.ts';
import { useCan } from '../../shared/me.tsx';
import { PacketCard } from '../../shared/packet-card.tsx';
import { StoryHead } from './story-head.tsx';
import classes from './story-viewer.module.css';

interface StoryViewerProps {
  items: readonly QueueItem[];
  openId: string | undefined;
  show: (id: string) => void;
  close: () => void;
}

/** One waiting customer at a time, like a story: left and right move, C claims. */
export function StoryViewer({ items, openId, show, close }: StoryViewerProps) {
  const index = items.findIndex((item) => item.conversationId === openId);
  const item = items[index];
  // Somebody else took the one on screen: there is nothing left to look at.
  useEffect(() => {
    if (openId && !item) close();
  }, [openId, item, close]);
  return (
    <Modal.Root opened={item !== undefined} onClose={close} padding={0} size={460} radius="lg" centered>
      <Modal.Overlay backgroundOpacity={0.66} blur={4} />
      <Modal.Content aria-label="Waiting customer">
        <Modal.Body className={classes.body ?? ''}>
          {item && (
            <Story
              key={item.conversationId}
              item={item}
              items={items}
              index={index}
              show={show}
              close={close}
            />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

interface StoryProps extends Omit<StoryViewerProps, 'openId'> {
  item: QueueItem;
  index: number;
}

function Story({ item, items, index, show, close }: StoryProps) {
  const detail = useQuery(conversationQuery(item.conversationId));
  const client = useQueryClient();
  const navigate = useNavigate();
  const canWork = useCan('CONVERSATION_WORK');
  const claim = useClaim();
  const before = items[index - 1];
  const after = items[index + 1];
  const take = claim.mutate;

  useEffect(() => {
    if (after) void client.prefetchQuery(conversationQuery(after.conversationId));
  }, [client, after]);

  const actions = useMemo(() => {
    const open = () => {
      close();
      void navigate({ to: '/$section/$id', params: { section: 'queue', id: item.conversationId } });
    };
    const claimIt = () => {
      take({ id: item.conversationId, name: item.customerName, version: item.version });
      close();
      void navigate({ to: '/$section/$id', params: { section: 'mine', id: item.conversationId } });
    };
    return { open, claimIt };
  }, [close, navigate, item, take]);

  const commands = useMemo<Command[]>(() => {
    const group = 'Story';
    const back = () => before && show(before.conversationId);
    const forth = () => after && show(after.conversationId);
    const common = { group, hidden: true, inDialog: true };
    return [
      { ...common, id: 'story-back', label: 'Previous waiting customer', keys: 'ArrowLeft', run: back },
      { ...common, id: 'story-forth', label: 'Next waiting customer', keys: 'ArrowRight', run: forth },
      { ...common, id: 'story-k', label: 'Previous waiting customer', keys: 'k', run: back },
      { ...common, id: 'story-j', label: 'Next waiting customer', keys: 'j', run: forth },
      { ...common, id: 'story-open', label: 'Open conversation', keys: 'o', run: actions.open },
      ...(canWork ? [{ ...common, id: 'story-claim', label: 'Claim', keys: 'c', run: actions.claimIt }] : []),
    ];
  }, [before, after, show, actions, canWork]);
  useCommands(commands);

  return (
    <>
      <div className={classes.segments} aria-hidden>
        {items.slice(0, 24).map((each, at) => (
          <span key={each.conversationId} data-on={at <= index || undefined} />
        ))}
      </div>
      <Group justify="space-between" px="md" pt={6} wrap="nowrap">
        <Text size="xs" c="dimmed">
          {index + 1} of {items.length} waiting
        </Text>
        <Group gap={2}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Previous"
            disabled={!before}
            onClick={() => before && show(before.conversationId)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Next"
            disabled={!after}
            onClick={() => after && show(after.conversationId)}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label="Close" onClick={close}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </Group>
      <StoryHead item={item} />
      <section className={classes.scroll} tabIndex={0} aria-label="Handoff">
        <div className={classes.packet}>
          {detail.isPending && <Rows count={4} height={72} />}
          {detail.isError && (
            <ErrorState
              compact
              error={detail.error}
              retry={() => void detail.refetch()}
              retrying={detail.isFetching}
            />
          )}
          {detail.data?.packet && <PacketCard packet={detail.data.packet} />}
          {detail.data && !detail.data.packet && (
            <Text size="sm" c="dimmed">
              No handoff packet yet. Last line: “{item.lastLine}”
            </Text>
          )}
        </div>
      </section>
      <Group className={classes.foot ?? ''} grow>
        <Button variant="default" size="md" onClick={actions.open} rightSection={<KeyHint keys="o" />}>
          Read first
        </Button>
        {canWork && (
          <Button size="md" data-autofocus onClick={actions.claimIt} rightSection={<KeyHint keys="c" />}>
            Claim
          </Button>
        )}
      </Group>
    </>
  );
}
