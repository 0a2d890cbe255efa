import { ActionIcon, Button, TextInput } from '@mantine/core';
import {
  Ago,
  EmptyState,
  type IntentDetail,
  type IntentExample,
  toast,
  toastProblem,
} from '@openteller/web-kit';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Card } from '../../shared/page.tsx';
import { languageName, plural } from '../../shared/words.ts';
import { addExample, intentQuery, refresh, removeExample } from './api.ts';
import classes from './intents.module.css';
import { SOURCES } from './words.ts';

const FIRST = 60;

/** Messages that ask for the intent: typed in one after the other, taken away with one click and back with another. */
export function Examples({ intent }: { intent: IntentDetail }) {
  const queries = useQueryClient();
  const mayWrite = useCan('INTENT_WRITE');
  const [text, setText] = useState('');
  const [shown, setShown] = useState(FIRST);
  const key = intentQuery(intent.name).queryKey;
  const show = (change: (examples: IntentExample[]) => IntentExample[]) =>
    queries.setQueryData(key, (now) => now && { ...now, examples: change(now.examples) });
  const add = useMutation({
    mutationFn: (example: { text: string; language?: string }) =>
      addExample(intent.name, example.text, example.language),
    onSuccess: (added) => {
      show((all) => [added, ...all]);
      void refresh(queries);
    },
    onError: (error, { text: refused }) => {
      toastProblem(error, 'The example was not added');
      setText((now) => now || refused);
    },
  });
  const remove = useMutation({
    mutationFn: (example: IntentExample) => removeExample(intent.name, example.id),
    onMutate: (example) => {
      const before = queries.getQueryData(key);
      show((all) => all.filter((one) => one.id !== example.id));
      return before;
    },
    onError: (error, _, before) => {
      queries.setQueryData(key, before);
      toastProblem(error, 'The example was not removed');
    },
    onSuccess: (_, example) => {
      toast('Example removed', {
        undo: () => add.mutate({ text: example.text, language: example.language }),
      });
      void refresh(queries);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    add.mutate({ text });
    setText('');
  };
  return (
    <Card
      title={plural(intent.examples.length, 'example')}
      hint="As customers write: short, long, misspelt, in any language. Ten different ones teach more than fifty alike."
    >
      {mayWrite && (
        <form onSubmit={submit} className={classes.adding}>
          <TextInput
            aria-label="New example"
            placeholder="A message that asks for this…"
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            dir="auto"
          />
          <Button type="submit" variant="light" leftSection={<IconPlus size={16} />} loading={add.isPending}>
            Add
          </Button>
        </form>
      )}
      {intent.examples.length === 0 ? (
        <EmptyState
          kind="first"
          compact
          title="No example yet"
          text="The intent cannot be understood before it has some. Add at least five."
        />
      ) : (
        <ul className={classes.examples}>
          {intent.examples.slice(0, shown).map((example) => (
            <li key={example.id}>
              <span className={classes.exampleText} dir="auto">
                {example.text}
              </span>
              <span className={classes.exampleFrom}>
                {languageName(example.language)} · {SOURCES[example.source]}
                {example.addedAt && (
                  <>
                    {' '}
                    · {example.addedBy}, <Ago at={example.addedAt} />
                  </>
                )}
              </span>
              {mayWrite && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={`Remove “${example.text}”`}
                  onClick={() => remove.mutate(example)}
                >
                  <IconX size={16} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {intent.examples.length > shown && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setShown(shown + 200)}>
          Show more
        </Button>
      )}
    </Card>
  );
}
