import { Button, Collapse, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { IconAdjustments, IconSend } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import classes from './ask.module.css';
import { type AskSearch, AUDIENCE } from './search.ts';

const LABELS: Record<(typeof AUDIENCE)[number], [string, string]> = {
  language: ['Language', 'en'],
  segment: ['Customer segment', 'premium'],
  product: ['Product', 'credit-card'],
  jurisdiction: ['Jurisdiction', 'IN'],
};

/** The question, and for whom and when it is asked: a point in time gives the answer of that day. */
export function AskForm({
  search,
  busy,
  onAsk,
}: {
  search: AskSearch;
  busy: boolean;
  onAsk: (next: AskSearch) => void;
}) {
  const [draft, setDraft] = useState<AskSearch>(search);
  const narrowed = AUDIENCE.filter((each) => search[each]).length + (search.at ? 1 : 0);
  const [open, setOpen] = useState(narrowed > 0);
  useEffect(() => setDraft(search), [search]);
  const ask = () => {
    if (draft.q?.trim()) onAsk({ ...draft, q: draft.q.trim() });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    ask();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.question}>
        <Textarea
          aria-label="Question"
          placeholder="What does it cost to replace a lost debit card?"
          autosize
          minRows={1}
          maxRows={5}
          size="md"
          maxLength={1000}
          dir="auto"
          value={draft.q ?? ''}
          onKeyDown={onKey}
          onChange={(event) => setDraft({ ...draft, q: event.currentTarget.value })}
        />
        <Button type="submit" size="md" loading={busy} leftSection={<IconSend size={17} />}>
          Ask
        </Button>
      </div>
      <UnstyledButton className={classes.more ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconAdjustments size={16} stroke={1.8} aria-hidden />
        For whom and when{narrowed > 0 ? ` (${narrowed})` : ''}
      </UnstyledButton>
      <Collapse expanded={open}>
        <div className={classes.audience}>
          <TextInput
            type="datetime-local"
            label="As of"
            description="Now if empty"
            value={draft.at ?? ''}
            onChange={(event) => setDraft({ ...draft, at: event.currentTarget.value })}
          />
          {AUDIENCE.map((name) => (
            <TextInput
              key={name}
              label={LABELS[name][0]}
              description={name === 'language' ? 'Found from the question if empty' : 'Anybody if empty'}
              placeholder={LABELS[name][1]}
              value={draft[name] ?? ''}
              onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
            />
          ))}
        </div>
      </Collapse>
    </form>
  );
}
