import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconClockPlay, IconSend } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { TestEvent } from '../api/trial.ts';
import type { Line, TestState } from '../api/types.ts';
import classes from './trial.module.css';

interface ChatProps {
  run: TestState;
  busy: boolean;
  over: boolean;
  onSend: (event: TestEvent) => void;
}

export function Chat({ run, busy, over, onSend }: ChatProps) {
  const [text, setText] = useState('');
  const log = useRef<HTMLDivElement>(null);
  const said = run.says.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest line comes into sight
  useEffect(() => {
    const box = log.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [said]);
  const say = (words: string) => {
    if (!words.trim()) return;
    onSend({ kind: 'MESSAGE', text: words.trim() });
    setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say(text);
  };
  return (
    <>
      <div className={classes.chat} role="log" aria-label="Chat" tabIndex={0} ref={log}>
        {run.says.length === 0 && <p className={classes.hint}>Nothing was said yet.</p>}
        {run.says.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added
          <p key={place} className={classes.bubble} data-by={each.by} dir="auto">
            <span className={each.by === 'CARD' ? classes.cardHead : 'ot-visually-hidden'}>
              {SPEAKERS[each.by]}:{' '}
            </span>
            {each.text}
          </p>
        ))}
        {run.waiting && run.waiting.offer.length > 0 && (
          <div className={classes.offers}>
            {run.waiting.offer.map((offer) => (
              <Button
                key={offer}
                size="compact-sm"
                variant="default"
                disabled={busy || over}
                onClick={() => say(offer)}
              >
                {offer}
              </Button>
            ))}
          </div>
        )}
      </div>
      {!over && <Events what={run.waiting?.what} busy={busy} onSend={onSend} />}
      <form className={classes.say} onSubmit={submit}>
        <TextInput
          aria-label="Say as the customer"
          placeholder={over ? 'It is over' : 'Say as the customer…'}
          dir="auto"
          value={text}
          disabled={over}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionIcon type="submit" size={36} aria-label="Send" disabled={over || !text.trim()} loading={busy}>
          <IconSend size={17} />
        </ActionIcon>
      </form>
    </>
  );
}

const SPEAKERS: Record<Line['by'], string> = {
  CUSTOMER: 'You',
  ASSISTANT: 'Assistant',
  CARD: 'Card to agree to',
  NOTE: 'Note',
};

type Choice = { label: string; event: TestEvent; strong?: boolean };
const YES_OR_NO: Record<string, Choice[]> = {
  CONFIRMATION: [
    { label: 'Confirm', event: { kind: 'CONFIRMATION', yes: true }, strong: true },
    { label: 'Decline', event: { kind: 'CONFIRMATION', yes: false } },
  ],
  IDENTITY: [
    { label: 'Proven', event: { kind: 'IDENTITY', yes: true }, strong: true },
    { label: 'Not proven', event: { kind: 'IDENTITY', yes: false } },
  ],
  APPROVAL: [
    { label: 'Colleague agrees', event: { kind: 'APPROVAL', yes: true }, strong: true },
    { label: 'Colleague refuses', event: { kind: 'APPROVAL', yes: false } },
  ],
};

/** What can happen besides words: the card, the proof, the colleague, the clock. */
function Events({
  what = '',
  busy,
  onSend,
}: {
  what?: string | undefined;
  busy: boolean;
  onSend: (event: TestEvent) => void;
}) {
  const choices = YES_OR_NO[what] ?? [];
  return (
    <div className={classes.events}>
      {choices.map(({ label, event, strong }) => (
        <Button
          key={label}
          size="xs"
          variant={strong ? 'filled' : 'default'}
          disabled={busy}
          onClick={() => onSend(event)}
        >
          {label}
        </Button>
      ))}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        disabled={busy}
        leftSection={<IconClockPlay size={15} />}
        onClick={() => onSend({ kind: 'TIMER' })}
      >
        Let the time run out
      </Button>
    </div>
  );
}
