import {
  api,
  type ConversationDetail,
  type FeedItem,
  type Items,
  type QueueItem,
  toast,
  toastProblem,
} from '@openteller/web-kit';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMe } from '../me.tsx';
import { completeDetail } from './complete.ts';
import { keys, pathOf } from './queries.ts';
import { firstName } from './words.ts';

/** The conversation as the person saw it when acting; the version lets the platform refuse an outdated wish. */
export interface Target {
  id: string;
  name: string;
  version: number;
}

interface Snapshot {
  detail: ConversationDetail | undefined;
  queue: Items<QueueItem> | undefined;
  feed: Items<FeedItem> | undefined;
}

async function snapshot(client: QueryClient, id: string): Promise<Snapshot> {
  await client.cancelQueries({ queryKey: ['desk'] });
  return {
    detail: client.getQueryData(keys.conversation(id)),
    queue: client.getQueryData(keys.queue),
    feed: client.getQueryData(keys.feed),
  };
}

function restore(client: QueryClient, id: string, before: Snapshot): void {
  client.setQueryData(keys.conversation(id), before.detail);
  client.setQueryData(keys.queue, before.queue);
  client.setQueryData(keys.feed, before.feed);
}

function patch(client: QueryClient, id: string, change: Partial<ConversationDetail>): void {
  client.setQueryData<ConversationDetail>(keys.conversation(id), (old) => old && { ...old, ...change });
  client.setQueryData<Items<FeedItem>>(
    keys.feed,
    (old) =>
      old && {
        items: old.items.map((item) =>
          item.conversationId === id && change.owner ? { ...item, owner: change.owner } : item,
        ),
      },
  );
  client.setQueryData<Items<QueueItem>>(
    keys.queue,
    (old) => old && { items: old.items.flatMap((item) => queueItemAfter(item, id, change)) },
  );
}

function queueItemAfter(item: QueueItem, id: string, change: Partial<ConversationDetail>): QueueItem[] {
  if (item.conversationId !== id) return [item];
  if (change.owner === 'AGENT' && change.assignedTo) return [{ ...item, assignedTo: change.assignedTo }];
  return change.owner === 'ASSISTANT' || change.owner === 'CLOSED' ? [] : [item];
}

interface Step<V extends Target> {
  path: string;
  body: (target: V) => object;
  /** What the screen shows before the platform has answered; absent when we wait for it. */
  expect?: (target: V) => Partial<ConversationDetail>;
  /** Heading of the message when it was refused. */
  refused: (target: V) => string;
  done: (target: V, result: ConversationDetail | undefined) => void;
}

function useStep<V extends Target>(step: Step<V>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (target: V) =>
      api.post<ConversationDetail | undefined>(pathOf(target.id, step.path), step.body(target)),
    onMutate: async (target: V) => {
      const before = await snapshot(client, target.id);
      if (step.expect) patch(client, target.id, step.expect(target));
      return before;
    },
    onError: (error, target, before) => {
      if (before) restore(client, target.id, before);
      toastProblem(error, step.refused(target));
    },
    onSuccess: (result, target) => {
      if (result?.conversationId === target.id) {
        client.setQueryData(keys.conversation(target.id), completeDetail(result));
      }
      step.done(target, result);
    },
    onSettled: (_result, _error, target) => {
      void client.invalidateQueries({ queryKey: keys.queue });
      void client.invalidateQueries({ queryKey: keys.feed });
      void client.invalidateQueries({ queryKey: keys.staff });
      void client.invalidateQueries({ queryKey: keys.conversation(target.id) });
    },
  });
}

/** Takes a waiting conversation. Shown at once; when somebody was faster it is rolled back and the message says who. */
export function useClaim() {
  const me = useMe();
  const undo = useTransfer();
  return useStep<Target>({
    path: '/claim',
    body: ({ version }) => ({ version }),
    expect: () => ({ owner: 'AGENT', assignedTo: { id: me.id, name: me.name } }),
    refused: ({ name }) => `You did not get ${firstName(name)}`,
    done: (target, result) =>
      toast(`${target.name} is yours`, {
        undo: () =>
          undo.mutate({
            ...target,
            version: result?.version ?? target.version + 1,
            reason: 'Claimed by mistake',
          }),
      }),
  });
}

/** Takes a conversation from the assistant, which is silent from then on. */
export function useTakeOver() {
  const me = useMe();
  const undo = useRelease();
  return useStep<Target>({
    path: '/take-over',
    body: ({ version }) => ({ version }),
    expect: () => ({ owner: 'AGENT', assignedTo: { id: me.id, name: me.name } }),
    refused: ({ name }) => `${firstName(name)} was not taken over`,
    done: (target, result) =>
      toast(`You took over ${target.name}. The assistant is silent now.`, {
        undo: () => undo.mutate({ ...target, version: result?.version ?? target.version + 1 }),
      }),
  });
}

/** Hands the conversation back to the assistant. */
export function useRelease() {
  return useStep<Target>({
    path: '/release',
    body: ({ version }) => ({ version }),
    expect: () => ({ owner: 'ASSISTANT' }),
    refused: ({ name }) => `${firstName(name)} is still yours`,
    done: ({ name }) => toast(`The assistant goes on with ${firstName(name)}`),
  });
}

/** Ends the conversation. Not optimistic: the customer is told, and that cannot be taken back. */
export function useResolve() {
  return useStep<Target & { note?: string }>({
    path: '/resolve',
    body: ({ version, note }) => (note ? { version, note } : { version }),
    refused: ({ name }) => `${firstName(name)} was not resolved`,
    done: ({ name }) => toast(`${name} is resolved`),
  });
}

/** Passes the conversation to a colleague or, without one, back to the queue. Not optimistic: the colleague may just have left. */
export function useTransfer() {
  return useStep<Target & { toStaffId?: string; reason: string; toName?: string }>({
    path: '/transfer',
    body: ({ version, toStaffId, reason }) => ({
      version,
      reason,
      ...(toStaffId ? { toStaffId } : {}),
    }),
    refused: ({ name }) => `${firstName(name)} was not transferred`,
    done: ({ name, toName }) =>
      toast(toName ? `${firstName(name)} is with ${toName} now` : `${firstName(name)} is back in the queue`),
  });
}
