import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconClockPlay, IconSend } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { TestEvent } from '../api/trial.ts';
import type { TestState } from '../api/types.ts';
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
            <span className="ot-visually-hidden">{each.by === 'CUSTOMER' ? 'You: ' : 'Assistant: '}</span>
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

type Choice = { label: string; event: TestEvent; strong?: boolean };
const YES_OR_NO: Record<string, Choice[]> = {
  CONFIRM: [
    { label: 'Confirm', event: { kind: 'CONFIRMED', accepted: true }, strong: true },
    { label: 'Decline', event: { kind: 'CONFIRMED', accepted: false } },
  ],
  VERIFY: [
    { label: 'Proven', event: { kind: 'VERIFIED', passed: true }, strong: true },
    { label: 'Not proven', event: { kind: 'VERIFIED', passed: false } },
  ],
  APPROVE: [
    { label: 'Colleague agrees', event: { kind: 'APPROVED', agreed: true }, strong: true },
    { label: 'Colleague refuses', event: { kind: 'APPROVED', agreed: false } },
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
  const kind = Object.keys(YES_OR_NO).find((each) => what.toUpperCase().startsWith(each.slice(0, 6)));
  const choices = kind ? (YES_OR_NO[kind] ?? []) : [];
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
