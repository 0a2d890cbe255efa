import type { Message } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { ThumbIcon } from './icons.tsx';

/** Whether an answer helped; may be said again and differently. */
export function Votes({ message }: { message: Message }) {
  const { chat, words } = useSurroundings();
  return (
    <div class="votes">
      {words.votes.map((word, at) => (
        <button
          key={word}
          type="button"
          aria-label={word}
          aria-pressed={message.helpful === !at}
          onClick={() => void chat.vote(message, !at)}
        >
          <ThumbIcon />
        </button>
      ))}
    </div>
  );
}
