import { Button, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { toast } from '@openteller/web-kit';
import { type FormEvent, useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { useUnsaved } from '../../../shared/unsaved.tsx';
import { useWantSupplier } from '../api/suppliers.ts';
import type { Operation } from '../api/types.ts';
import classes from '../operations.module.css';
import { candidatesFor, domainOf, scopeWords } from './words.ts';

interface SupplierFormProps {
  operation: Operation;
  operations: readonly Operation[];
  chosen: Record<string, string>;
}

const NOBODY = '';

/** Who is to do it, for this operation or for its whole domain, and why. A second person puts it in force. */
export function SupplierForm({ operation, operations, chosen }: SupplierFormProps) {
  const domain = domainOf(operation.name);
  const [scope, setScope] = useState(operation.name);
  const [picked, setPicked] = useState<string>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const want = useWantSupplier();
  const held = chosen[scope] ?? NOBODY;
  const supplier = picked ?? held;
  const changed = supplier !== held;
  useUnsaved(changed && !want.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!changed || reason.trim() === '') return;
    want.mutate(
      { scope, supplier: supplier === NOBODY ? null : supplier, reason: reason.trim() },
      {
        onSuccess: () => {
          setPicked(undefined);
          setReason('');
          setTried(false);
          toast('A colleague has to agree to this');
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className={classes.supply}>
      <NativeSelect
        label="Choose for"
        value={scope}
        maw={320}
        data={[
          { value: operation.name, label: `this operation (${operation.name})` },
          { value: domain, label: scopeWords(domain) },
        ]}
        onChange={(event) => {
          setScope(event.currentTarget.value);
          setPicked(undefined);
        }}
      />
      <Radio.Group label="Supplied by" value={supplier} onChange={setPicked}>
        <Stack gap={8} mt={6}>
          {candidatesFor(scope, operations).map(({ id, words }) => (
            <Radio key={id} value={id} label={id} description={words || undefined} />
          ))}
          <Radio
            value={NOBODY}
            label="Nobody in particular"
            description={
              scope === domain
                ? 'Whoever is alone does it; what several could change is refused'
                : `As chosen for ${scopeWords(domain)}; without that, whoever is alone does it`
            }
          />
        </Stack>
      </Radio.Group>
      <Textarea
        label="Reason for the choice"
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
        <Button type="submit" disabled={!changed} loading={want.isPending}>
          Ask a colleague to agree
        </Button>
      </div>
    </form>
  );
}
