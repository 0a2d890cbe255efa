import type { ChatState } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { ForwardIcon } from './icons.tsx';

/** What stands around the assistant's first message until the customer has written something. */
export function Welcome({ part, state }: { part: 'hello' | 'suggestions'; state: ChatState }) {
  const { chat, words } = useSurroundings();
  if (part === 'hello') {
    return (
      <div class="hello">
        <strong>{words.hello}</strong>
        <span>{words.howCanWeHelp}</span>
      </div>
    );
  }
  const suggestions = state.session?.suggestions ?? [];
  if (suggestions.length === 0 || state.messages.length === 0) return null;
  return (
    <ul class="suggestions" aria-label={words.suggestions}>
      {suggestions.map((suggestion) => (
        <li key={suggestion}>
          <button type="button" onClick={() => chat.send(suggestion)}>
            <bdi>{suggestion}</bdi>
            <ForwardIcon />
          </button>
        </li>
      ))}
    </ul>
  );
}
