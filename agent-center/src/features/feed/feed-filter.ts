import type { FeedItem } from '@openteller/web-kit';

export interface FeedFilter {
  text: string;
  who: 'all' | 'assistant' | 'people' | 'risk';
}

export function matchesFeed(item: FeedItem, filter: FeedFilter): boolean {
  if (filter.who === 'assistant' && item.owner !== 'ASSISTANT') return false;
  if (filter.who === 'people' && item.owner === 'ASSISTANT') return false;
  if (filter.who === 'risk' && !item.risk) return false;
  if (filter.text === '') return true;
  return [item.customerName, item.intent, item.lastLine, item.channel, item.risk]
    .join(' ')
    .toLowerCase()
    .includes(filter.text.toLowerCase());
}
