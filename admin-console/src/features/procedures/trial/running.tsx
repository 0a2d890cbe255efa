import { Button, Group, NativeSelect } from '@mantine/core';
import { asProblem } from '@openteller/web-kit';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { humanise } from '../../../shared/words.ts';
import { sendEvent, setFault, type TestEvent } from '../api/trial.ts';
import { FAULTS, type Fault, type TestState } from '../api/types.ts';
import { useEditor } from '../editor/context.tsx';
import { Chat } from './chat.tsx';
import { RunFacts } from './run-facts.tsx';
import classes from './trial.module.css';

const FAULT_WORDS: Record<Fault, string> = {
  NONE: 'The sandbox works',
  SLOW: 'It is slow',
  DOWN: 'It is down',
  APPLIED_THEN_TIMEOUT: 'It does it, then never answers',
  REFUSED: 'It refuses',
  WRONG_SCHEMA: 'It answers in a wrong shape',
};

const WAITS: Record<string, string> = {
  ANSWER: 'waits for an answer',
  IDENTITY: 'waits for a proof of identity',
  CONFIRMATION: 'waits for a yes',
  APPROVAL: 'waits for a colleague',
  EVENT: 'waits for an event or for the time',
  OPERATION: 'waits for the bank',
};

/** A run in progress: the chat, what can happen to it, what it knows. */
export function Running({ run }: { run: TestState }) {
  const { trial, select } = useEditor();
  const take = (state: TestState) => trial.setRun(state);
  const send = useMutation({ mutationFn: (event: TestEvent) => sendEvent(run.test, event), onSuccess: take });
  const fault = useMutation({ mutationFn: (next: Fault) => setFault(run.test, next), onSuccess: take });
  const failed = send.error ?? fault.error;
  const over = ['FINISHED', 'HANDED_OVER', 'CANCELLED'].includes(run.status);
  const { waiting } = run;
  return (
    <div className={classes.running}>
      <Group justify="space-between" gap="xs">
        <span className={classes.status} role="status">
          {over
            ? humanise(run.status)
            : waiting
              ? `${waiting.node ? `At “${waiting.node}”: ` : ''}${WAITS[waiting.what] ?? humanise(waiting.what)}`
              : 'Runs'}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRefresh size={14} />}
          onClick={() => trial.setRun(undefined)}
        >
          Begin again
        </Button>
      </Group>
      <Chat run={run} busy={send.isPending} over={over} onSend={(event) => send.mutate(event)} />
      {failed && (
        <p className={classes.problem} role="alert">
          {asProblem(failed).status === 404
            ? 'This run is gone: it is kept for an hour. Begin again.'
            : `${asProblem(failed).title}. ${asProblem(failed).detail ?? ''}`}
        </p>
      )}
      <NativeSelect
        size="xs"
        label="The bank’s system"
        description="What the sandbox does from now on"
        value={run.fault}
        disabled={fault.isPending}
        data={FAULTS.map((value) => ({ value, label: FAULT_WORDS[value] }))}
        onChange={(event) => fault.mutate(event.currentTarget.value as Fault)}
      />
      <RunFacts run={run} onStep={select} />
    </div>
  );
}
