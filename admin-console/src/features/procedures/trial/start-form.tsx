import { Button, NativeSelect, TextInput } from '@mantine/core';
import { asProblem } from '@openteller/web-kit';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const [inputs, setInputs] = useState<Record<string, string>>({});
  const chosen = customer ?? customers.data?.[0]?.ref ?? '';
  const start = useMutation({
    mutationFn: () =>
      startTest({
        definition,
        customerRef: chosen || null,
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
  const problem = start.error ?? customers.error;
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
      <NativeSelect
        size="xs"
        label="Customer of the sandbox"
        value={chosen}
        data={[
          ...(customers.data ?? []).map(({ ref, name }) => ({ value: ref, label: name })),
          { value: '', label: 'Somebody who is not signed in' },
        ]}
        onChange={(event) => setCustomer(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label="Language"
        value={language}
        data={languages.map((value) => ({ value, label: languageName(value) }))}
        onChange={(event) => setLanguage(event.currentTarget.value)}
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
      {problem && (
        <p className={classes.problem} role="alert">
          {asProblem(problem).title}. {asProblem(problem).detail}
        </p>
      )}
      <Button
        type="submit"
        size="sm"
        leftSection={<IconPlayerPlay size={16} />}
        loading={start.isPending}
        disabled={Object.keys(definition.nodes).length === 0}
      >
        Begin
      </Button>
    </form>
  );
}
