import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { SendIcon } from './icons.tsx';

const LONGEST = 4_000;
const COUNT_FROM = 3_500;

export function Composer({ state }: { state: ChatState }) {
  const { chat, words } = useSurroundings();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const left = LONGEST - text.length;
  const ready = text.trim() !== '' && left >= 0;

  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  const send = () => {
    field.current?.focus();
    if (!ready) return;
    chat.send(text.trim());
    setText('');
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="field">
        <textarea
          ref={field}
          rows={1}
          // An empty field with `auto` would show its Arabic placeholder from left to right.
          dir={text ? 'auto' : undefined}
          data-composer
          aria-label={words.composer.label}
          aria-invalid={left < 0 ? 'true' : undefined}
          placeholder={
            state.owner === 'AGENT' && state.agentName
              ? words.composer.placeholderPerson(state.agentName)
              : words.composer.placeholder
          }
          enterkeyhint="send"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button class="send" type="submit" aria-label={words.composer.send} aria-disabled={!ready}>
          <SendIcon />
        </button>
      </div>
      <p class={left < 0 ? 'count over' : 'count'} role="status">
        {text.length >= COUNT_FROM && (left < 0 ? words.composer.tooLong(-left) : words.composer.left(left))}
      </p>
    </form>
  );
}
