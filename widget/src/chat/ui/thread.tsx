import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { timeline } from '../format/timeline.ts';
import type { ChatState } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { Avatar, GroupView } from './group.tsx';
import { DownIcon } from './icons.tsx';
import { Welcome } from './welcome.tsx';

const NEAR_END_PIXELS = 80;

/** The conversation. It follows what is new only while its end is in view; otherwise it says how much came. */
export function Thread({ state, visible }: { state: ChatState; visible: boolean }) {
  const { words, locale } = useSurroundings();
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [missed, setMissed] = useState(0);
  const counted = useRef(0);
  const { partial } = state;
  const rows = useMemo(
    () => timeline(partial ? [...state.messages, partial] : state.messages, state.outgoing),
    [state.messages, partial, state.outgoing],
  );
  const total = state.messages.length + state.outgoing.length;
  const mineIsLast = state.outgoing.length > 0;

  const toEnd = (behavior: ScrollBehavior) => {
    const box = scroller.current;
    if (box) box.scrollTo({ top: box.scrollHeight, behavior });
  };
  useLayoutEffect(() => {
    const more = Math.max(0, total - counted.current);
    counted.current = total;
    if (follows.current || mineIsLast) toEnd('instant');
    else if (more > 0) setMissed((before) => before + more);
  }, [
    total,
    mineIsLast,
    state.outgoing,
    partial,
    state.working,
    visible,
    state.otp,
    state.confirm,
    state.owner,
  ]);

  // The keyboard of a phone, or a growing composer, takes room from the thread: keep its end in view.
  useEffect(() => {
    const box = scroller.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => follows.current && toEnd('instant'));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const scrolled = () => {
    const box = scroller.current;
    if (!box) return;
    follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PIXELS;
    if (follows.current) setMissed(0);
  };
  const lastGroup = rows.findLast((row) => row.kind === 'group');
  const started = state.messages.some((message) => message.author === 'CUSTOMER') || mineIsLast;
  return (
    <div class="thread">
      <div
        class="scroller"
        ref={scroller}
        onScroll={scrolled}
        role="log"
        aria-live="polite"
        // What is being written is read out when it is whole.
        aria-busy={!!partial}
        aria-label={words.history}
        tabIndex={0}
      >
        {state.renewed && <p class="system">{words.renewed}</p>}
        {!started && <Welcome part="hello" state={state} />}
        {rows.map((row) => {
          if (row.kind === 'day') return started && <Day key={row.key} at={row.at} locale={locale} />;
          if (row.kind === 'system') {
            return (
              <p key={row.key} class="system" dir="auto">
                {row.message.text}
              </p>
            );
          }
          return <GroupView key={row.key} group={row} state={state} last={row === lastGroup} />;
        })}
        {!started && state.owner === 'ASSISTANT' && <Welcome part="suggestions" state={state} />}
        <div role="status">{state.working && <Working state={state} />}</div>
      </div>
      {missed > 0 && (
        <button class="missed" type="button" onClick={() => toEnd('smooth')}>
          <DownIcon /> {words.newMessages(missed)}
        </button>
      )}
    </div>
  );
}

function Working({ state }: { state: ChatState }) {
  const { words } = useSurroundings();
  const person = state.owner === 'AGENT';
  const name = person
    ? (state.agentName ?? words.supportTeam)
    : (state.session?.assistantName ?? words.aiAssistant);
  return (
    <div class="working">
      <Avatar ai={!person} name={name} />
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class="unseen">{words.working(name)}</span>
    </div>
  );
}

function Day({ at, locale }: { at: Date; locale: string }) {
  const { words } = useSurroundings();
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  let name = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
  if (at.toDateString() === today.toDateString()) name = words.today;
  else if (at.toDateString() === yesterday.toDateString()) name = words.yesterday;
  return <p class="day">{name}</p>;
}
