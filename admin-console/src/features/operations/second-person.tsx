import { Textarea } from '@mantine/core';
import type { Permission } from '@openteller/web-kit';
import { IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { PermitButton } from '../../shared/permitted.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import classes from './operations.module.css';

interface SecondPersonProps {
  needs: Permission;
  mine: boolean;
  mineWords: string;
  agreeLabel: string;
  pending: boolean;
  error: unknown;
  onDecide: (agree: boolean, reason: string) => void;
}

/** Somebody else's yes, or their no with a reason. */
export function SecondPerson(props: SecondPersonProps) {
  const { needs, mine, mineWords, agreeLabel, pending, error, onDecide } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  if (mine) {
    return (
      <p className={classes.note} role="note">
        <IconInfoCircle size={16} stroke={1.8} aria-hidden />
        <span>{mineWords}</span>
      </p>
    );
  }
  const refuse = () => {
    setTried(true);
    if (reason.trim() !== '') onDecide(false, reason.trim());
  };
  return (
    <>
      <Textarea
        mt="sm"
        label="If you refuse: why?"
        autosize
        minRows={1}
        maxLength={500}
        value={reason}
        error={tried && reason.trim() === '' ? 'Write why: the other person reads it' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemNote error={error} />
      <div className={classes.buttons}>
        <PermitButton
          needs={needs}
          variant="default"
          leftSection={<IconX size={16} />}
          loading={pending}
          onClick={refuse}
        >
          Refuse
        </PermitButton>
        <PermitButton
          needs={needs}
          leftSection={<IconCheck size={16} />}
          loading={pending}
          onClick={() => onDecide(true, '')}
        >
          {agreeLabel}
        </PermitButton>
      </div>
    </>
  );
}
