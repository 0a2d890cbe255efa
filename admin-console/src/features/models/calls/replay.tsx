import { Alert } from '@mantine/core';
import { asProblem, type ModelCallDetail } from '@openteller/web-kit';
import { IconAlertTriangle, IconArrowsDiff, IconCircleCheck, IconRepeat } from '@tabler/icons-react';
import { PermitButton } from '../../../shared/permitted.tsx';
import { useReplay } from '../api/replay.ts';
import classes from '../models.module.css';
import { Said } from './said.tsx';

/** The same question once more, to see whether the model still says the same. Nobody gets the answer. */
export function Replay({ call }: { call: ModelCallDetail }) {
  const replay = useReplay(call.id);
  const problem = replay.error ? asProblem(replay.error) : undefined;
  return (
    <div className={classes.replay}>
      <PermitButton
        needs="PLUGIN_WRITE"
        variant="default"
        leftSection={<IconRepeat size={16} />}
        loading={replay.isPending}
        onClick={() => replay.mutate()}
      >
        Ask the same again
      </PermitButton>
      <p className={classes.sub}>Nobody gets the answer; it is counted against the budget.</p>
      {problem && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
          {problem.detail ?? 'It could not be asked again.'}
        </Alert>
      )}
      {replay.data && (
        <>
          <Alert
            role="status"
            color={replay.data.same ? 'teal' : 'orange'}
            icon={replay.data.same ? <IconCircleCheck size={18} /> : <IconArrowsDiff size={18} />}
          >
            {replay.data.same
              ? 'The same answer, word for word'
              : (replay.data.why ?? 'Another answer than the first time')}
          </Alert>
          {!replay.data.same && (
            <Said title="Answered now" text={replay.data.said} none="There was no answer." />
          )}
        </>
      )}
    </div>
  );
}
