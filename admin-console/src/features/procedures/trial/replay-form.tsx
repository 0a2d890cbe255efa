import { Autocomplete, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlayerTrackNext } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { recentQuery, replay } from '../api/trial.ts';
import type { Procedure, Replay } from '../api/types.ts';
import { useEditor } from '../editor/context.tsx';
import { PathLine } from './run-facts.tsx';
import classes from './trial.module.css';

/** What a past conversation would have become with what is on screen. Nothing is done at the bank. */
export function ReplayForm({ procedure }: { procedure: Procedure }) {
  const { draft, trial } = useEditor();
  const recent = useQuery(recentQuery);
  const [conversation, setConversation] = useState('');
  const run = useMutation({
    mutationFn: () => replay(procedure.id, conversation.trim(), draft.sheet.definition),
    onSuccess: (result) => {
      trial.setRun(undefined);
      trial.setReplayed(result);
    },
  });
  const asked = (recent.data ?? []).find(({ id }) => id === conversation)?.asked;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (conversation.trim()) run.mutate();
      }}
    >
      <p className={classes.hint}>
        Goes through a past conversation again with what is on screen. The bank’s answers are those of then;
        nothing is done.
      </p>
      <Autocomplete
        size="xs"
        label="Conversation"
        description={asked ? `“${asked}”` : 'Its id, or one of the newest'}
        data={(recent.data ?? []).map(({ id }) => id)}
        renderOption={({ option }) => (
          <span className={classes.option}>
            <strong>{recent.data?.find(({ id }) => id === option.value)?.asked ?? 'Conversation'}</strong>
            <span>{option.value}</span>
          </span>
        )}
        filter={({ options, search }) =>
          options.filter((option) => {
            const value = 'value' in option ? String(option.value) : '';
            const words = recent.data?.find(({ id }) => id === value)?.asked ?? '';
            return `${value} ${words}`.toLowerCase().includes(search.toLowerCase());
          })
        }
        value={conversation}
        onChange={setConversation}
      />
      <Button
        type="submit"
        size="sm"
        leftSection={<IconPlayerTrackNext size={16} />}
        loading={run.isPending}
        disabled={!conversation.trim()}
      >
        Replay
      </Button>
      <ProblemNote error={run.error} />
      {trial.replayed && <Replayed result={trial.replayed} />}
    </form>
  );
}

function Replayed({ result }: { result: Replay }) {
  const { select } = useEditor();
  return (
    <>
      <section aria-label="Differences">
        <h2 className={classes.subhead}>Differences</h2>
        {result.differences.length === 0 ? (
          <p className={classes.fine}>
            <IconCircleCheck size={16} aria-hidden /> It went the same way.
          </p>
        ) : (
          <ul className={classes.differences}>
            {result.differences.map((each) => (
              <li key={each}>
                <IconAlertTriangle size={15} aria-hidden /> {each}
              </li>
            ))}
          </ul>
        )}
      </section>
      <PathLine label="The way now" path={result.path} onStep={select} />
      <PathLine label="The way then" path={result.original} onStep={select} />
      <div className={classes.chat} role="log" aria-label="What is said now" tabIndex={0}>
        {result.says.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a replay do not change
          <p key={place} className={classes.bubble} data-by={each.by} dir="auto">
            {each.text}
          </p>
        ))}
      </div>
    </>
  );
}
