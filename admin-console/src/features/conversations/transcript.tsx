import { UnstyledButton } from '@mantine/core';
import { clockTime, dayLabel, type Message, useNow } from '@openteller/web-kit';
import { IconSparkles } from '@tabler/icons-react';
import { Fragment, useEffect, useRef } from 'react';
import { RouteChip } from '../../shared/chips.tsx';
import classes from './conversations.module.css';
import type { ReadDecision } from './decision/complete.ts';

interface TranscriptProps {
  messages: Message[];
  decisions: ReadDecision[];
  chosen: string | undefined;
  onChoose: (turnId: string) => void;
}

/** The conversation as the customer saw it. Replies with a decision behind them are buttons. */
export function Transcript({ messages, decisions, chosen, onChoose }: TranscriptProps) {
  const now = useNow(60_000);
  const byTurn = new Map(decisions.map((decision) => [decision.turnId, decision]));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only the list moves, not the page: the reader keeps their place in the decision.
    const list = box.current;
    const mark = chosen && list?.querySelector<HTMLElement>(`[data-turn="${CSS.escape(chosen)}"]`);
    if (list && mark) list.scrollTop = mark.offsetTop - list.clientHeight / 2;
  }, [chosen]);
  return (
    <div className={classes.transcript} ref={box} tabIndex={0} role="log" aria-label="Transcript">
      {messages.map((message, index) => {
        const day = dayLabel(message.createdAt, now);
        const before = messages[index - 1];
        const decision = message.turnId ? byTurn.get(message.turnId) : undefined;
        return (
          <Fragment key={message.seq}>
            {(!before || dayLabel(before.createdAt, now) !== day) && <p className={classes.day}>{day}</p>}
            {message.author === 'SYSTEM' ? (
              <p className={classes.system}>
                {message.text} · {clockTime(message.createdAt)}
              </p>
            ) : (
              <div className={classes.line} data-author={message.author} data-turn={message.turnId}>
                <span className={classes.who}>
                  {message.author === 'ASSISTANT' && <IconSparkles size={13} stroke={1.8} aria-hidden />}
                  {whoSaid(message)} · {clockTime(message.createdAt)}
                </span>
                <div className={classes.bubble} dir="auto">
                  {message.text}
                </div>
                {decision && (
                  <UnstyledButton
                    className={classes.why ?? ''}
                    aria-pressed={decision.turnId === chosen}
                    onClick={() => onChoose(decision.turnId)}
                  >
                    <RouteChip route={decision.route} />
                    <span>Why?</span>
                  </UnstyledButton>
                )}
              </div>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

function whoSaid(message: Message): string {
  if (message.author === 'CUSTOMER') return 'Customer';
  if (message.author === 'ASSISTANT') return 'Assistant';
  return message.agentName ?? 'Agent';
}
