import { useEffect, useRef } from 'preact/hooks';
import { Composer } from './composer.tsx';
import { useChatState, useSurroundings } from './context.ts';
import { Ending } from './ending.tsx';
import { Header, LinkLine } from './header.tsx';
import { HumanRow } from './human-row.tsx';
import { Refused } from './refused.tsx';
import { Thread } from './thread.tsx';

interface Props {
  visible: boolean;
  takeFocus: boolean;
  close: () => void;
}

export function Panel({ visible, takeFocus, close }: Props) {
  const { chat, words } = useSurroundings();
  const state = useChatState(chat);
  const panel = useRef<HTMLElement>(null);
  const ready = state.start.kind === 'ready';

  const focused = useRef<Element | null>(null);
  const focusField = () => {
    const touch = matchMedia('(pointer: coarse)').matches;
    const field = panel.current?.querySelector<HTMLElement>('[data-composer]');
    (touch ? panel.current : (field ?? panel.current))?.focus();
  };

  // On a touch screen the field would bring up the keyboard over what the customer has come to read.
  useEffect(() => {
    if (visible && takeFocus) focusField();
  }, [visible, takeFocus, ready]);

  // A button that has done its work goes away, and would take the keyboard's place in the page with it.
  useEffect(() => {
    if (!visible || !focused.current || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) focusField();
  });

  return (
    <section
      class="panel"
      ref={panel}
      role="dialog"
      aria-label={words.panel(state.session?.bankName ?? '')}
      tabIndex={-1}
      hidden={!visible}
      onFocusIn={(event) => {
        focused.current = event.target as Element;
      }}
      onFocusOut={(event) => {
        const left = event.target as Element;
        setTimeout(() => {
          if (left.isConnected && focused.current === left && !left.matches(':focus')) focused.current = null;
        });
      }}
      onKeyDown={(event) => {
        // Keys pressed here are not the page's shortcuts.
        event.stopPropagation();
        if (event.key === 'Escape' && !event.isComposing) close();
      }}
    >
      <Header state={state} close={close} />
      <LinkLine state={state} />
      {state.start.kind === 'refused' && <Refused problem={state.start.problem} />}
      {state.start.kind === 'starting' && <Opening text={words.problem.starting} />}
      {ready && <Thread state={state} visible={visible} />}
      {ready && state.owner === 'CLOSED' && <Ending state={state} />}
      <HumanRow state={state} />
      {ready && state.owner !== 'CLOSED' && <Composer state={state} />}
    </section>
  );
}

function Opening({ text }: { text: string }) {
  return (
    <div class="opening" role="status">
      <span class="unseen">{text}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
