import { Badge, Button } from '@mantine/core';
import { Ago, type FeedItem, KeyHint } from '@openteller/web-kit';
import { IconAlertTriangle, IconClock, IconSparkles, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { Confidence } from '../../shared/chips.tsx';
import { firstName, humanise, OWNERS, reasonOf } from '../../shared/desk/words.ts';
import { PersonAvatar } from '../../shared/person-avatar.tsx';
import classes from './feed-card.module.css';

interface FeedCardProps {
  item: FeedItem;
  open: boolean;
  gone: boolean;
  wide: boolean;
  takeOver: ((item: FeedItem) => void) | undefined;
}

const AUTHORS = { CUSTOMER: '', ASSISTANT: 'Assistant: ', AGENT: 'Agent: ', SYSTEM: '' } as const;

/** One live conversation: who, what about, what the assistant is doing, how sure it is, the last line. */
export const FeedCard = memo(function FeedCard({ item, open, gone, wide, takeOver }: FeedCardProps) {
  return (
    <div className={classes.place} data-wide={wide || undefined}>
      <article className={classes.card} data-open={open || undefined} data-gone={gone || undefined}>
        <header className={classes.head}>
          <PersonAvatar name={item.customerName} size={wide ? 40 : 36} />
          <div className={classes.who}>
            <Link
              to="/$section/$id"
              params={{ section: 'live', id: item.conversationId }}
              className={classes.link}
              data-focus
              aria-current={open ? 'true' : undefined}
            >
              {item.customerName}
            </Link>
            <div className={classes.meta}>
              {item.intent ? humanise(item.intent) : 'Topic not clear yet'}
              <span className={classes.wideOnly}> · {humanise(item.channel)}</span>
            </div>
          </div>
          <span className={classes.time}>{gone ? 'ended' : <Ago at={item.updatedAt} />}</span>
        </header>
        <p className={classes.last} dir="auto">
          <span className={classes.author}>{AUTHORS[item.lastAuthor]}</span>
          {item.lastLine}
        </p>
        <div className={classes.status}>
          <OwnerMark item={item} />
          {!wide && item.risk && <Risk code={item.risk} />}
          {item.owner === 'ASSISTANT' && item.confidence !== undefined && (
            <span className={classes.end}>
              <Confidence value={item.confidence} label="Assistant’s confidence" />
            </span>
          )}
        </div>
        {wide && (
          <footer className={classes.foot}>
            {item.risk && <Risk code={item.risk} />}
            <span className={classes.meta}>
              {item.messageCount} {item.messageCount === 1 ? 'message' : 'messages'}
              {!item.risk && (
                <>
                  {' '}
                  · started <Ago at={item.startedAt} />
                </>
              )}
            </span>
            {takeOver && item.owner === 'ASSISTANT' && !gone && (
              <Button
                className={classes.action}
                size="compact-sm"
                variant="default"
                rightSection={<KeyHint keys="t" />}
                onClick={() => takeOver(item)}
              >
                Take over
              </Button>
            )}
          </footer>
        )}
      </article>
    </div>
  );
});

function Risk({ code }: { code: string }) {
  const { label, colour } = reasonOf(code);
  return (
    <Badge
      size="sm"
      radius="sm"
      variant="light"
      color={colour === 'gray' ? 'orange' : colour}
      leftSection={<IconAlertTriangle size={11} aria-hidden />}
      className={classes.risk ?? ''}
    >
      {label}
    </Badge>
  );
}

function OwnerMark({ item }: { item: FeedItem }) {
  if (item.owner === 'ASSISTANT') {
    return (
      <span className={classes.owner} data-owner="assistant">
        <IconSparkles size={14} aria-hidden />
        {item.working ? <span className={classes.working}>{item.step ?? 'Working'}</span> : 'Assistant'}
      </span>
    );
  }
  return (
    <span className={classes.owner} data-owner={item.owner.toLowerCase()}>
      {item.owner === 'QUEUE' ? <IconClock size={14} aria-hidden /> : <IconUser size={14} aria-hidden />}
      {item.owner === 'AGENT' && item.assignedTo
        ? `With ${firstName(item.assignedTo.name)}`
        : OWNERS[item.owner]}
    </span>
  );
}
