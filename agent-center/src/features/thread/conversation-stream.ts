import type {
  ConversationDetail,
  ConversationState,
  Message,
  Note,
  PartialReply,
  ServerEvent,
} from '@openteller/web-kit';
import { useEventStream } from '@openteller/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { completeMessage } from '../../shared/desk/complete.ts';
import { keys, pathOf } from '../../shared/desk/queries.ts';

/** What is so only at this moment, and stored nowhere. */
export interface Live {
  state?: ConversationState;
  partial?: PartialReply;
}

/** Follows one conversation: what is said and noted goes into the cached conversation, at most once each. */
export function useConversationStream(detail: ConversationDetail | undefined): Live {
  const client = useQueryClient();
  const [live, setLive] = useState<Live>({});
  const id = detail?.conversationId;
  // The stream starts after what is already on screen; later messages must not restart it.
  const [start, setStart] = useState<{ id: string; after: number }>();
  if (detail && start?.id !== detail.conversationId) {
    setStart({ id: detail.conversationId, after: detail.messages.at(-1)?.seq ?? 0 });
    setLive({});
  }
  const onEvent = useCallback(
    (event: ServerEvent) => {
      if (!id) return;
      setLive((before) => liveAfter(before, event));
      const edit = (change: (old: ConversationDetail) => ConversationDetail) =>
        client.setQueryData<ConversationDetail>(keys.conversation(id), (old) => old && change(old));
      if (event.event === 'message') edit((old) => withMessage(old, event.data as Message));
      if (event.event === 'note') edit((old) => withNote(old, event.data as Note));
      if (event.event === 'state') {
        const next = event.data as ConversationState;
        const known = client.getQueryData<ConversationDetail>(keys.conversation(id));
        // The state names no version: fetch the object when the owner moved.
        if (known && known.owner !== next.owner) {
          void client.invalidateQueries({ queryKey: keys.conversation(id) });
        }
      }
    },
    [client, id],
  );
  const url = start && start.id === id ? pathOf(start.id, '/events') : undefined;
  useEventStream(url, onEvent, String(start?.after ?? 0));
  return live;
}

/** A partial is gone with anything that is said in its place, and when the assistant writes no more. */
export function liveAfter(live: Live, { event, data }: Pick<ServerEvent, 'event' | 'data'>): Live {
  const { partial, ...rest } = live;
  if (event === 'partial') {
    const next = data as PartialReply;
    return next?.text ? { ...rest, partial: next } : rest;
  }
  if (event === 'message' && (data as Message)?.author !== 'CUSTOMER') return partial ? rest : live;
  if (event !== 'state') return live;
  const state = data as ConversationState;
  return state.working && partial ? { partial, state } : { state };
}

export function withMessage(old: ConversationDetail, message: Message): ConversationDetail {
  if (typeof message?.seq !== 'number') return old;
  const others = old.messages.filter((each) => each.seq !== message.seq);
  return { ...old, messages: [...others, completeMessage(message)].sort((a, b) => a.seq - b.seq) };
}

export function withNote(old: ConversationDetail, note: Note): ConversationDetail {
  if (typeof note?.id !== 'string' || old.notes.some((each) => each.id === note.id)) return old;
  return { ...old, notes: [...old.notes, note] };
}
