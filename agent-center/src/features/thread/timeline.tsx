import { Button } from '@mantine/core';
import {
  type ConversationDetail,
  clockTime,
  exactTime,
  type PartialReply,
  useNow,
} from '@openteller/web-kit';
import { IconAlertCircle, IconArrowDown, IconNote, IconSparkles } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Bubble, Citations } from './bubble.tsx';
import { type Entry, entriesOf } from './entries.ts';
import { discardReply, type Outgoing, retryReply, useOutgoing } from './outbox.ts';
import classes from './timeline.module.css';

interface TimelineProps {
  detail: ConversationDetail;
  working: boolean;
  partial: PartialReply | undefined;
}

/** The whole conversation, newest at the bottom. It follows new messages only while the bottom is in view. */
export function Timeline({ detail, working, partial }: TimelineProps) {
  const outgoing = useOutgoing(detail.conversationId, detail.messages);
  const today = useNow(60_000);
  const entries = useMemo(
    () => entriesOf(detail.messages, detail.notes, outgoing, today),
    [detail.messages, detail.notes, outgoing, today],
  );
  const { box, atEnd, toEnd, onScroll } = useFollow(
    entries.length + (working ? 1 : 0) + (partial?.text.length ?? 0),
  );
  return (
    <div className={classes.frame}>
      <div
        ref={box}
        className={classes.scroll}
        onScroll={onScroll}
        role="log"
        aria-label={`Conversation with ${detail.customer.name}`}
        tabIndex={0}
      >
        <div className={classes.flow}>
          {entries.map((entry) => (
            <Row key={entry.key} entry={entry} detail={detail} />
          ))}
          {working && partial && <BeingWritten partial={partial} />}
          {working && (
            <p className={classes.working}>
              <IconSparkles size={14} aria-hidden /> The assistant is working
              <span className={classes.dots} aria-hidden>
                <i />
                <i />
                <i />
              </span>
            </p>
          )}
        </div>
      </div>
      {!atEnd && (
        <Button
          className={classes.down}
          size="compact-sm"
          radius="xl"
          variant="default"
          leftSection={<IconArrowDown size={14} />}
          onClick={toEnd}
        >
          Newest
        </Button>
      )}
    </div>
  );
}

/** What the customer reads already. It is read out when its message is there. */
function BeingWritten({ partial }: { partial: PartialReply }) {
  return (
    <div className={classes.line} data-author="ASSISTANT" data-first aria-live="off">
      <div className={`${classes.bubble} ${classes.written}`}>
        <p className={classes.text} dir="auto">
          {partial.text}
        </p>
        <Citations citations={partial.citations ?? []} />
      </div>
    </div>
  );
}

function useFollow(length: number) {
  const box = useRef<HTMLDivElement>(null);
  const stick = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = () => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  };
  const onScroll = () => {
    const el = box.current;
    if (!el) return;
    stick.current = el.scrollHeight - el.scrollTop - el.clientHeight < 60;
    setAtEnd(stick.current);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer conversation is the reason to scroll
  useLayoutEffect(() => {
    if (stick.current) toEnd();
  }, [length]);
  // A composer that grows makes the box smaller: stay at the end then, too.
  useEffect(() => {
    const el = box.current;
    if (!el) return;
    const observer = new ResizeObserver(() => stick.current && el.scrollTo({ top: el.scrollHeight }));
    observer.observe(el);
    return () => observer.disconnect();
  }, []);
  return { box, atEnd, toEnd, onScroll };
}

function Row({ entry, detail }: { entry: Entry; detail: ConversationDetail }) {
  switch (entry.kind) {
    case 'day':
      return (
        <div className={classes.day}>
          <span>{entry.label}</span>
        </div>
      );
    case 'message':
      return <Bubble message={entry.message} first={entry.first} customerName={detail.customer.name} />;
    case 'note':
      return (
        <div className={classes.note} title={exactTime(entry.note.createdAt)}>
          <div className={classes.byline}>
            <IconNote size={14} aria-hidden />
            <strong>{entry.note.author.name}</strong> noted, for colleagues only
            <time dateTime={entry.note.createdAt}>{clockTime(entry.note.createdAt)}</time>
          </div>
          <p className={classes.text} dir="auto">
            {entry.note.text}
          </p>
        </div>
      );
    case 'outgoing':
      return <Pending outgoing={entry.outgoing} conversation={detail.conversationId} />;
  }
}

function Pending({ outgoing, conversation }: { outgoing: Outgoing; conversation: string }) {
  const failed = outgoing.state === 'failed';
  return (
    <div className={classes.line} data-author="AGENT" data-first>
      <div className={classes.bubble} data-pending={!failed || undefined} data-failed={failed || undefined}>
        <p className={classes.text} dir="auto">
          {outgoing.text}
        </p>
      </div>
      {failed ? (
        <div className={classes.failed} role="alert">
          <IconAlertCircle size={14} aria-hidden />
          Not sent: {outgoing.problem?.title}
          <Button size="compact-xs" variant="default" onClick={() => retryReply(conversation, outgoing)}>
            Try again
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => discardReply(conversation, outgoing.clientMessageId)}
          >
            Discard
          </Button>
        </div>
      ) : (
        <div className={classes.sending}>{outgoing.state === 'sent' ? 'Sent' : 'Sending'}</div>
      )}
    </div>
  );
}
