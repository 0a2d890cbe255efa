import {
  api,
  type ConversationDetail,
  type CustomerView,
  type FeedItem,
  type Items,
  type Me,
  type QueueItem,
  type StaffMember,
} from '@openteller/web-kit';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMe } from '../me.tsx';
import { completeCustomer, completeDetail, completeItems } from './complete.ts';

/** The platform tells about changes over the stream; this is only the net below it. */
const SAFETY_REFETCH = 60_000;

export const keys = {
  me: ['me'] as const,
  queue: ['desk', 'queue'] as const,
  feed: ['desk', 'feed'] as const,
  staff: ['desk', 'staff'] as const,
  conversation: (id: string) => ['desk', 'conversation', id] as const,
  customer: (id: string) => ['desk', 'customer', id] as const,
};

export const pathOf = (id: string, rest = ''): string =>
  `/api/v1/desk/conversations/${encodeURIComponent(id)}${rest}`;

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => api.get<Me>('/api/v1/me', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const queueQuery = queryOptions({
  queryKey: keys.queue,
  queryFn: async ({ signal }) =>
    completeItems(await api.get<Items<QueueItem>>('/api/v1/desk/queue', { signal, query: { scope: 'all' } })),
  select: (page) => page.items,
  refetchInterval: SAFETY_REFETCH,
});

export const feedQuery = queryOptions({
  queryKey: keys.feed,
  queryFn: async ({ signal }) =>
    completeItems(await api.get<Items<FeedItem>>('/api/v1/desk/feed', { signal })),
  select: (page) => page.items,
  refetchInterval: SAFETY_REFETCH,
});

export const staffQuery = queryOptions({
  queryKey: keys.staff,
  queryFn: async ({ signal }) =>
    completeItems(await api.get<Items<StaffMember>>('/api/v1/desk/staff', { signal })),
  select: (page) => page.items,
  refetchInterval: SAFETY_REFETCH,
});

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: async ({ signal }) => completeDetail(await api.get<ConversationDetail>(pathOf(id), { signal })),
  });

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: keys.customer(id),
    queryFn: async ({ signal }) =>
      completeCustomer(await api.get<CustomerView>(pathOf(id, '/customer'), { signal })),
    staleTime: 60_000,
  });

/** A queue item, or a conversation taken from the assistant in the same shape. */
export type DeskItem = Omit<QueueItem, 'reason'> & { reason: QueueItem['reason'] | 'TAKEN_OVER' };

/** What this person holds: handoffs, and conversations taken from the assistant, which never waited in the queue. */
export function mineOf(queue: readonly QueueItem[], feed: readonly FeedItem[], me: string): DeskItem[] {
  const handed = queue.filter((item) => item.assignedTo?.id === me);
  const known = new Set(handed.map((item) => item.conversationId));
  const taken = feed.filter((item) => item.assignedTo?.id === me && !known.has(item.conversationId));
  return [...handed, ...taken.map(takenOver)];
}

const takenOver = (item: FeedItem): DeskItem => ({
  conversationId: item.conversationId,
  customerName: item.customerName,
  verified: false,
  reason: 'TAKEN_OVER',
  priority: 5,
  priorityReason: 'Taken over from the assistant',
  language: '',
  lastLine: item.lastLine,
  waitingSince: item.startedAt,
  slaSeconds: 0,
  slaDueAt: item.startedAt,
  version: item.version,
  ...(item.intent ? { intent: item.intent } : {}),
  ...(item.assignedTo ? { assignedTo: item.assignedTo } : {}),
});

/** The queue split the way people think of it; both parts keep the server's order. */
export function useQueue() {
  const me = useMe();
  const query = useQuery(queueQuery);
  const feed = useQuery(feedQuery);
  const split = useMemo(() => {
    const items = query.data ?? [];
    return {
      waiting: items.filter((item) => !item.assignedTo),
      mine: mineOf(items, feed.data ?? [], me.id),
    };
  }, [query.data, feed.data, me.id]);
  return { ...query, ...split };
}
