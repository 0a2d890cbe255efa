import { Button, SegmentedControl, Textarea } from '@mantine/core';
import {
  api,
  type Command,
  type ConversationDetail,
  isApple,
  KeyHint,
  type Note,
  toastProblem,
  useCommands,
  useSetting,
} from '@openteller/web-kit';
import { IconLock, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { keys, pathOf } from '../../shared/desk/queries.ts';
import classes from './composer.module.css';
import { withNote } from './conversation-stream.ts';
import { type Mode, useDraft } from './drafts.ts';
import { sendReply } from './outbox.ts';

const LIMIT = 4_000;

interface ComposerProps {
  conversation: string;
  customerName: string;
  mode: Mode;
  setMode: (mode: Mode) => void;
  /** Why a reply is not possible now; notes still are. */
  replyBlocked: string | undefined;
}

/** Two modes that cannot be mistaken for each other: what the customer reads, and what only colleagues read. */
export function Composer({ conversation, customerName, mode, setMode, replyBlocked }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const effective: Mode = replyBlocked ? 'note' : mode;
  const [text, setText] = useDraft(conversation, effective);
  const [enterSends] = useSetting('enter-sends', false);
  const note = useAddNote(conversation);
  const [noting, setNoting] = useState(false);
  const trimmed = text.trim();
  const tooLong = text.length > LIMIT;
  const canSend = trimmed !== '' && !tooLong && !note.isPending;

  const send = () => {
    if (!canSend) return;
    if (effective === 'reply') {
      sendReply(conversation, trimmed);
      setText('');
    } else {
      note.mutate(trimmed, {
        onSuccess: () => {
          setText('');
          setNoting(false);
        },
      });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const mod = isApple() ? event.metaKey : event.ctrlKey;
    if (event.key === 'Enter' && (mod || (enterSends && !event.shiftKey))) {
      event.preventDefault();
      send();
    }
    // Escape gives the single keys back: J, K and the others act again.
    if (event.key === 'Escape') {
      event.stopPropagation();
      field.current?.blur();
      setNoting(false);
    }
  };
  const commands = useMemo<Command[]>(() => {
    const write = (next: Mode) => () => {
      if (!replyBlocked) setMode(next);
      // In this very key press: what is typed next must land in the field, not on other shortcuts.
      flushSync(() => setNoting(next === 'note'));
      field.current?.focus();
    };
    const group = 'Conversation';
    const noteCommand = {
      id: 'note',
      label: 'Write a note for colleagues',
      group,
      keys: 'n',
      run: write('note'),
    };
    return replyBlocked
      ? [noteCommand]
      : [{ id: 'reply', label: 'Reply to the customer', group, keys: 'r', run: write('reply') }, noteCommand];
  }, [setMode, replyBlocked]);
  useCommands(commands);
  const openNote = commands.find((command) => command.id === 'note')?.run;

  if (replyBlocked && !noting && text === '') {
    return (
      <div className={classes.closed}>
        <span className={classes.blocked}>
          <IconLock size={14} aria-hidden /> {replyBlocked}
        </span>
        <Button size="compact-sm" variant="subtle" onClick={openNote} rightSection={<KeyHint keys="n" />}>
          Add a note
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.box} data-mode={effective}>
      <div className={classes.bar}>
        {replyBlocked ? (
          <span className={classes.blocked}>
            <IconLock size={13} aria-hidden /> {replyBlocked}
          </span>
        ) : (
          <SegmentedControl
            size="xs"
            value={effective}
            onChange={setMode}
            aria-label="What you write"
            data={[
              { value: 'reply', label: <Choice name="Reply" keys="r" /> },
              { value: 'note', label: <Choice name="Note" keys="n" /> },
            ]}
          />
        )}
        <span className={classes.who}>
          {effective === 'reply' ? `${customerName} reads this` : 'Only colleagues read this'}
        </span>
      </div>
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={2}
        maxRows={9}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        aria-label={effective === 'reply' ? `Reply to ${customerName}` : 'Note for colleagues'}
        placeholder={
          effective === 'reply' ? `Write to ${customerName}…` : 'Write a note that the customer never sees…'
        }
        classNames={{ input: classes.input ?? '' }}
      />
      <div className={classes.foot}>
        <span className={classes.count} data-over={tooLong || undefined} role={tooLong ? 'alert' : undefined}>
          {text.length > LIMIT - 500 && `${text.length.toLocaleString('en')} of 4,000`}
          {tooLong && ' · too long'}
        </span>
        <Button
          size="sm"
          color={effective === 'note' ? 'yellow' : 'iris'}
          disabled={!canSend}
          loading={note.isPending}
          onClick={send}
          leftSection={effective === 'reply' ? <IconSend size={15} /> : <IconLock size={15} />}
          rightSection={<KeyHint keys={enterSends ? 'Enter' : 'mod+Enter'} />}
        >
          {effective === 'reply' ? 'Send' : 'Add note'}
        </Button>
      </div>
    </div>
  );
}

function Choice({ name, keys: hint }: { name: string; keys: string }) {
  return (
    <span className={classes.choice}>
      {name} <KeyHint keys={hint} />
    </span>
  );
}

function useAddNote(conversation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => api.post<Note>(pathOf(conversation, '/notes'), { text }),
    onSuccess: (note) =>
      client.setQueryData<ConversationDetail>(
        keys.conversation(conversation),
        (old) => old && withNote(old, note),
      ),
    onError: (error) => toastProblem(error, 'The note was not saved'),
  });
}
