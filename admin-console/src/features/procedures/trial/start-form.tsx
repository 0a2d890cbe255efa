import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { languageName } from '../../../shared/words.ts';
import { startTest, testCustomersQuery } from '../api/trial.ts';
import { useEditor } from '../editor/context.tsx';
import { inputValue } from '../model/inputs.ts';
import classes from './trial.module.css';

/** Who the customer is and what the procedure is told, then begin. */
export function StartForm() {
  const { draft, languages, trial, findings, mayWrite } = useEditor();
  const { definition } = draft.sheet;
  const customers = useQuery({ ...testCustomersQuery, enabled: mayWrite });
  const [customer, setCustomer] = useState<string>();
  const [message, setMessage] = useState('');
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const [inputs, setInputs] = useState<Record<string, string>>({});
  const chosen = customer ?? customers.data?.[0]?.ref ?? '';
  const start = useMutation({
    mutationFn: () =>
      startTest({
        definition,
        customerRef: chosen,
        message: message.trim() || undefined,
        language,
        inputs: Object.fromEntries(
          Object.entries(definition.inputs)
            .filter(([name]) => inputs[name])
            .map(([name, type]) => [name, inputValue(inputs[name] ?? '', type)]),
        ),
      }),
    onSuccess: (state) => {
      trial.setReplayed(undefined);
      trial.setRun(state);
    },
  });
  if (!mayWrite) {
    return <p className={classes.hint}>A test run needs the permission “Write procedures”.</p>;
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate();
      }}
    >
      <p className={classes.hint}>
        Runs what is on screen against the bank’s sandbox. No customer sees it, and nothing of it is kept
        after an hour.
      </p>
      {customers.data?.length === 0 ? (
        <TextInput
          size="xs"
          label="Customer of the sandbox"
          description="Nobody wrote to the bank lately; give a customer’s number"
          value={chosen}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
      ) : (
        <NativeSelect
          size="xs"
          label="Customer of the sandbox"
          value={chosen}
          data={(customers.data ?? []).map(({ ref, name }) => ({ value: ref, label: name }))}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        size="xs"
        label="Language"
        value={language}
        data={languages.map((value) => ({ value, label: languageName(value) }))}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="The customer begins with"
        placeholder="Nothing: the assistant speaks first"
        dir="auto"
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      {Object.entries(definition.inputs).map(([name, type]) => (
        <TextInput
          key={name}
          size="xs"
          label={`Input ${name}`}
          description={type}
          value={inputs[name] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setInputs((before) => ({ ...before, [name]: value }));
          }}
        />
      ))}
      {findings.all.length > 0 && (
        <p className={classes.hint}>It has problems; a run may stop where one of them is.</p>
      )}
      <ProblemNote error={start.error ?? customers.error} />
      <Button
        type="submit"
        size="sm"
        leftSection={<IconPlayerPlay size={16} />}
        loading={start.isPending}
        disabled={!chosen || Object.keys(definition.nodes).length === 0}
      >
        Begin
      </Button>
    </form>
  );
}
