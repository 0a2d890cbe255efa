import {
  type Assurance,
  api,
  type ConversationRecord,
  type ConversationSummary,
  type Page,
} from '@openteller/web-kit';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { completeDecision, type RawDecision, type ReadDecision } from './decision/complete.ts';
import type { ConversationFilter } from './search.ts';

const PAGE = 50;

export const conversationsQuery = (filter: ConversationFilter) =>
  infiniteQueryOptions({
    queryKey: ['conversations', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      api.get<Partial<Page<ConversationSummary>>>('/api/v1/conversations', {
        signal,
        query: { ...filter, before: pageParam, limit: PAGE },
      }),
    getNextPageParam: (page) =>
      page.next === undefined || page.next === null ? undefined : String(page.next),
    placeholderData: keepPreviousData,
  });

export interface ConversationView extends Omit<ConversationRecord, 'decisions' | 'customer'> {
  customer: { ref?: string; name: string; assurance?: Assurance };
  decisions: ReadDecision[];
}
type RawView = Omit<ConversationView, 'decisions' | 'messages'> & {
  messages?: ConversationView['messages'];
  decisions?: RawDecision[];
};

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id],
    queryFn: async ({ signal }): Promise<ConversationView> => {
      const raw = await api.get<RawView>(`/api/v1/conversations/${encodeURIComponent(id)}`, { signal });
      return {
        ...raw,
        messages: (raw.messages ?? []).map((message) => ({ ...message, citations: message.citations ?? [] })),
        decisions: (raw.decisions ?? []).map(completeDecision),
      };
    },
  });
