import { NumberInput, TextInput } from '@mantine/core';
import classes from '../connectors.module.css';
import type { DraftHandle } from '../editor/use-draft.ts';
import type { Mapped } from '../model/types.ts';

interface MannerProps {
  operation: string;
  /** Whether something is done by it, and not only read. */
  effect: boolean;
  draft: DraftHandle;
  mayWrite: boolean;
}

/** How the bank is asked: how often, whether an answer is kept, and what makes it happen once. */
export function Manner({ operation, effect, draft, mayWrite }: MannerProps) {
  const mapped = draft.sheet.definition.operations[operation];
  if (!mapped) return null;
  const change = (part: Partial<Mapped>) =>
    draft.edit(({ definition, layout }) => {
      const next = { ...definition.operations[operation], ...part } as Mapped;
      const left = Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined),
      ) as Mapped;
      return {
        definition: { ...definition, operations: { ...definition.operations, [operation]: left } },
        layout,
      };
    }, `${operation} manner`);
  const times = mapped.retries?.times ?? 0;
  return (
    <div className={classes.manner}>
      {effect ? (
        <TextInput
          label="Header that makes it happen once"
          size="xs"
          value={mapped.idempotencyHeader ?? ''}
          disabled={!mayWrite}
          onChange={(event) =>
            change({ idempotencyHeader: event.currentTarget.value || undefined } as Partial<Mapped>)
          }
        />
      ) : (
        <NumberInput
          label="Seconds that an answer is kept"
          size="xs"
          min={0}
          max={300}
          value={mapped.cacheSeconds ?? 0}
          disabled={!mayWrite}
          onChange={(next) => change({ cacheSeconds: Number(next) || undefined } as Partial<Mapped>)}
        />
      )}
      <NumberInput
        label="Tries more, when the bank is not there"
        size="xs"
        min={0}
        max={3}
        value={times}
        disabled={!mayWrite}
        onChange={(next) =>
          change({
            retries: Number(next) ? { waitMillis: 100, ...mapped.retries, times: Number(next) } : undefined,
          } as Partial<Mapped>)
        }
      />
    </div>
  );
}
