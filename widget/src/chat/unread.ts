import type { Chat } from './state/chat.ts';

/** Counts what others wrote while the panel was closed. */
export function unreadCounter(chat: Chat, show: (count: number) => void): { watch(closed: boolean): void } {
  let closed = false;
  let readUpTo = 0;
  const count = () => {
    const unread = chat.state.messages.filter(
      (m) => m.seq > readUpTo && m.author !== 'CUSTOMER' && m.author !== 'SYSTEM',
    );
    show(closed ? unread.length : 0);
  };
  chat.subscribe(count);
  return {
    watch: (isClosed) => {
      closed = isClosed;
      readUpTo = chat.state.messages.at(-1)?.seq ?? 0;
      count();
    },
  };
}
