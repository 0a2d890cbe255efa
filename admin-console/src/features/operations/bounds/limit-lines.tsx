import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import classes from '../operations.module.css';
import { timeOf } from '../words.ts';
import { faultOf, type LimitLine, newLine } from './model.ts';

interface LimitLinesProps {
  lines: readonly LimitLine[];
  currency: string;
  /** Whether the operation has an amount to limit. */
  amounts: boolean;
  /** Whether faults are shown. */
  tried: boolean;
  onChange: (lines: LimitLine[]) => void;
}

const TIMES = [0, 1, 7, 30, 365];

/** How often, or how much. Each holds beside the catalogue's own. */
export function LimitLines({ lines, currency, amounts, tried, onChange }: LimitLinesProps) {
  const set = (key: string, change: Partial<LimitLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  return (
    <fieldset className={classes.limits}>
      <legend>Limits of this bank</legend>
      {lines.length === 0 && <p className={classes.text}>None: those of the catalogue alone.</p>}
      {lines.map((line, index) => (
        <div key={line.key} className={classes.limit}>
          <NumberInput
            label={line.kind === 'COUNT' ? 'At most, times' : `At most, ${currency}`}
            min={0}
            decimalScale={line.kind === 'COUNT' ? 0 : 2}
            thousandSeparator=","
            value={line.value}
            error={tried ? faultOf(line) : undefined}
            onChange={(value) => set(line.key, { value: typeof value === 'number' ? value : '' })}
          />
          <NativeSelect
            label="Within"
            value={String(line.days)}
            data={timesFor(line).map((days) => ({ value: String(days), label: timeOf(days) }))}
            onChange={(event) => set(line.key, { days: Number(event.currentTarget.value) })}
          />
          <NativeSelect
            label="For"
            value={line.scope}
            data={[
              { value: 'CUSTOMER', label: 'each customer' },
              { value: 'TENANT', label: 'the whole bank' },
            ]}
            onChange={(event) => set(line.key, { scope: event.currentTarget.value as LimitLine['scope'] })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Remove limit ${index + 1}`}
            onClick={() => onChange(lines.filter((each) => each.key !== line.key))}
          >
            <IconX size={18} />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.adds}>
        <Button
          type="button"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => onChange([...lines, newLine('COUNT')])}
        >
          How often
        </Button>
        {amounts && (
          <Button
            type="button"
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => onChange([...lines, newLine('AMOUNT')])}
          >
            How much
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** A count needs a time; one that is none of the usual ones stays as it is. */
function timesFor({ kind, days }: LimitLine): number[] {
  const usual = kind === 'COUNT' ? TIMES.filter((each) => each > 0) : TIMES;
  return usual.includes(days) ? usual : [...usual, days].sort((one, other) => one - other);
}
