import { Button, NumberInput, Stack, Switch, Textarea } from '@mantine/core';
import { toast } from '@openteller/web-kit';
import { type FormEvent, useState } from 'react';
import { useMe } from '../../../shared/me.tsx';
import { Card } from '../../../shared/page.tsx';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { useUnsaved } from '../../../shared/unsaved.tsx';
import { minorUnits } from '../../models/use-money.ts';
import { useWantBounds } from '../api/bounds.ts';
import type { Bounds, Operation } from '../api/types.ts';
import classes from '../operations.module.css';
import { LimitLines } from './limit-lines.tsx';
import { boundsOf, faultOf, formOf, hasAmount } from './model.ts';

interface BoundsFormProps {
  operation: Operation;
  bounds: Bounds;
}

/** The four ways to be stricter than the catalogue, and why. */
export function BoundsForm({ operation, bounds }: BoundsFormProps) {
  const { currency } = useMe().bank;
  const units = minorUnits(currency);
  const [form, setForm] = useState(() => formOf(bounds, currency, units));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const want = useWantBounds();
  const amounts = hasAmount(operation);
  const wanted = boundsOf(form, bounds, currency, units);
  const changed =
    JSON.stringify(wanted) !==
    JSON.stringify(boundsOf(formOf(bounds, currency, units), bounds, currency, units));
  useUnsaved(changed && !want.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || form.lines.some((line) => faultOf(line))) return;
    want.mutate(
      { operation: operation.name, bounds: wanted, reason: reason.trim() },
      {
        onSuccess: ({ state }) => {
          setReason('');
          setTried(false);
          // What waits is shown beside; the form says what is in force.
          if (state === 'WAITING') setForm(formOf(bounds, currency, units));
          toast(state === 'IN_FORCE' ? 'In force from the next call on' : 'A colleague has to agree to this');
        },
      },
    );
  };
  return (
    <Card
      title="Stricter at this bank"
      hint="What only tightens is in force at once. What loosens one of these waits for a second person."
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <Switch
            label="Switched off"
            description="Nobody may do this, whatever a procedure says"
            checked={form.off}
            onChange={({ currentTarget: { checked } }) => setForm((old) => ({ ...old, off: checked }))}
          />
          <Switch
            label="A colleague agrees to every call"
            description="It waits in the agent center, at most a day"
            checked={form.approval}
            onChange={({ currentTarget: { checked } }) => setForm((old) => ({ ...old, approval: checked }))}
          />
          {amounts && (
            <NumberInput
              label={`A colleague agrees above (${currency})`}
              description="Left empty: the line of the catalogue alone"
              min={0}
              decimalScale={Math.round(Math.log10(units))}
              thousandSeparator=","
              maw={260}
              value={form.above}
              onChange={(value) =>
                setForm((old) => ({ ...old, above: typeof value === 'number' ? value : '' }))
              }
            />
          )}
          <LimitLines
            lines={form.lines}
            currency={currency}
            amounts={amounts}
            tried={tried}
            onChange={(lines) => setForm((old) => ({ ...old, lines }))}
          />
          <Textarea
            label="Why"
            description="For colleagues and the record"
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={tried && reason.trim() === '' ? 'Write why' : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemNote error={want.error} />
          <div className={classes.buttons}>
            <Button
              type="button"
              variant="subtle"
              color="gray"
              disabled={!changed}
              onClick={() => setForm(formOf(bounds, currency, units))}
            >
              As it was
            </Button>
            <Button type="submit" disabled={!changed} loading={want.isPending}>
              Change the bounds
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
