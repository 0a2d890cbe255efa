import { Skeleton } from '@mantine/core';
import { type Command, type ConversationDetail, ErrorState, Rows, useCommands } from '@openteller/web-kit';
import { IconStarFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useClaim, useResolve, useTakeOver } from '../../shared/desk/actions.ts';
import { conversationQuery } from '../../shared/desk/queries.ts';
import { useCan, useMe } from '../../shared/me.tsx';
import { Composer } from './composer.tsx';
import { useConversationStream } from './conversation-stream.ts';
import { type DialogName, ThreadDialogs } from './dialogs.tsx';
import type { Mode } from './drafts.ts';
import { replyBlocked, standingOf } from './standing.ts';
import classes from './thread.module.css';
import { ThreadHeader } from './thread-header.tsx';
import { Timeline } from './timeline.tsx';

export interface ThreadProps {
  id: string;
  back: () => void;
  /** Opens the next conversation in the list, or the list when there is none. */
  next: () => void;
  contextOpen: boolean;
  toggleContext: () => void;
}

/** One conversation: read, write, note, and decide who goes on with it. */
export function Thread(props: ThreadProps) {
  const detail = useQuery(conversationQuery(props.id));
  if (detail.data) return <Loaded key={props.id} {...props} detail={detail.data} />;
  return (
    <section className={classes.thread} aria-label="Conversation">
      {detail.isError ? (
        <ErrorState
          error={detail.error}
          title="The conversation could not be opened"
          retry={() => void detail.refetch()}
          retrying={detail.isFetching}
        />
      ) : (
        <>
          <div className={classes.header}>
            <Skeleton circle height={40} />
            <Skeleton height={16} width={180} />
          </div>
          <div className={classes.loading}>
            <Rows count={5} height={58} gap={16} />
          </div>
        </>
      )}
    </section>
  );
}

function Loaded({
  detail,
  back,
  next,
  contextOpen,
  toggleContext,
}: ThreadProps & { detail: ConversationDetail }) {
  const me = useMe();
  const canWork = useCan('CONVERSATION_WORK');
  const live = useConversationStream(detail);
  const standing = standingOf(detail, me.id, canWork);
  const [mode, setMode] = useState<Mode>('reply');
  const [dialog, setDialog] = useState<DialogName>();
  const { mutate: claim } = useClaim();
  const { mutate: takeOver } = useTakeOver();
  const { mutate: resolve } = useResolve();
  const { conversationId: id, version, customer } = detail;
  const target = useMemo(() => ({ id, version, name: customer.name }), [id, version, customer.name]);

  const commands = useMemo<Command[]>(() => {
    const group = 'Conversation';
    const list: Command[] = [
      { id: 'context', label: 'Show or hide the customer panel', group, keys: ']', run: toggleContext },
      { id: 'back', label: 'Back to the list', group, keys: 'Escape', run: back, hidden: true },
    ];
    if (standing === 'waiting')
      list.push({ id: 'claim', label: `Claim ${target.name}`, group, keys: 'c', run: () => claim(target) });
    if (standing === 'assistant')
      list.push({
        id: 'take-over',
        label: `Take over ${target.name}`,
        group,
        keys: 't',
        run: () => takeOver(target),
      });
    if (standing === 'mine')
      list.push(
        { id: 'resolve', label: 'Resolve…', group, keys: 'e', run: () => setDialog('resolve') },
        {
          id: 'resolve-next',
          label: 'Resolve and open the next',
          group,
          keys: 'mod+e',
          whileTyping: true,
          run: () => resolve(target, { onSuccess: next }),
        },
        { id: 'transfer', label: 'Transfer…', group, keys: 'a', run: () => setDialog('transfer') },
        { id: 'release', label: 'Hand back to the assistant…', group, run: () => setDialog('release') },
      );
    return list;
  }, [standing, target, claim, takeOver, resolve, next, back, toggleContext]);
  useCommands(commands);

  return (
    <section className={classes.thread} aria-label={`Conversation with ${customer.name}`}>
      <ThreadHeader
        detail={detail}
        standing={standing}
        back={back}
        claim={() => claim(target)}
        takeOver={() => takeOver(target)}
        ask={setDialog}
        contextOpen={contextOpen}
        toggleContext={toggleContext}
      />
      <Timeline
        detail={detail}
        working={live.state?.working === true && detail.owner === 'ASSISTANT'}
        partial={live.partial}
      />
      {standing === 'closed' && detail.csat !== undefined && (
        <p className={classes.csat}>
          <IconStarFilled size={14} aria-hidden /> The customer rated this {detail.csat} of 5
        </p>
      )}
      {canWork && (
        <Composer
          conversation={id}
          customerName={customer.name}
          mode={mode}
          setMode={setMode}
          replyBlocked={replyBlocked(standing, detail)}
        />
      )}
      <ThreadDialogs
        open={dialog}
        target={target}
        close={() => setDialog(undefined)}
        done={() => setDialog(undefined)}
      />
    </section>
  );
}
