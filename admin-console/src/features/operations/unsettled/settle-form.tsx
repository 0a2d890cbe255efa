import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { toast } from '@openteller/web-kit';
import { type FormEvent, useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import type { UnsettledCall } from '../api/types.ts';
import { useSettle } from '../api/unsettled.ts';
import classes from '../operations.module.css';

/** A person says what they found in the bank's own books. */
export function SettleForm({ call }: { call: UnsettledCall }) {
  const [outcome, setOutcome] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const settle = useSettle();
  const known = call.state === 'DONE';
  const missing = (!known && outcome === '') || reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    settle.mutate(
      { callId: call.callId, notDone: outcome === 'NOT_DONE', reason: reason.trim() },
      {
        onSuccess: () => toast(call.needsTwo ? 'A colleague has to look as well' : 'Settled'),
      },
    );
  };
  return (
    <Card
      title={known ? 'Say what you did' : 'Say what you found'}
      hint={
        call.needsTwo
          ? 'It moves money: what you say counts when a second person agrees.'
          : 'Look it up in the bank’s own books first. What you say is kept with your name.'
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {!known && (
            <Radio.Group
              label="Did the bank do it?"
              required
              value={outcome}
              error={tried && outcome === '' ? 'Choose one' : undefined}
              onChange={setOutcome}
            >
              <Stack gap={8} mt={6}>
                <Radio
                  value="DONE"
                  label="Yes, it was done"
                  description="It goes on counting against the limits"
                />
                <Radio
                  value="NOT_DONE"
                  label="No, it was not done"
                  description="It stops counting against the limits"
                />
              </Stack>
            </Radio.Group>
          )}
          <Textarea
            label={known ? 'What became of it' : 'How you know'}
            description="For colleagues and the record"
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={tried && reason.trim() === '' ? 'Write what you found' : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemNote error={settle.error} />
          <div className={classes.buttons}>
            <Button type="submit" loading={settle.isPending}>
              {call.needsTwo ? 'Hand to a second person' : 'Settle'}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
