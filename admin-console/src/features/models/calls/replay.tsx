import { Alert } from '@mantine/core';
import { asProblem, type ModelCallDetail, type ModelReplay } from '@openteller/web-kit';
import { IconAlertTriangle, IconArrowsDiff, IconCircleCheck, IconRepeat } from '@tabler/icons-react';
import { PermitButton } from '../../../shared/permitted.tsx';
import { percent } from '../../../shared/words.ts';
import { useReplay } from '../api/replay.ts';
import classes from '../models.module.css';
import { whyOf } from '../words.ts';
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
      {replay.data && <Outcome replay={replay.data} />}
    </div>
  );
}

function Outcome({ replay }: { replay: ModelReplay }) {
  if (replay.same) {
    return (
      <Alert role="status" color="teal" icon={<IconCircleCheck size={18} />}>
        The same answer, word for word
      </Alert>
    );
  }
  if (!replay.said) {
    return (
      <Alert role="status" color="red" icon={<IconAlertTriangle size={18} />}>
        {whyOf(replay.why, undefined)}
      </Alert>
    );
  }
  return (
    <>
      <Alert role="status" color="orange" icon={<IconArrowsDiff size={18} />}>
        Another answer than the first time
        {replay.agree !== undefined && `; they agree by ${percent(replay.agree)}`}
      </Alert>
      <Said title="Answered now" text={replay.said} none="" />
    </>
  );
}
