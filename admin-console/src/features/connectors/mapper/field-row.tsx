import { TextInput } from '@mantine/core';
import type { Came } from '../api/connectors.ts';
import classes from '../connectors.module.css';

interface FieldRowProps {
  label: string;
  hint?: string;
  required?: boolean;
  value: string;
  onChange: (expression: string) => void;
  came?: Came | undefined;
  disabled?: boolean;
}

/** One place: its name, the expression for it, and what that comes to over the sample. */
export function FieldRow({ label, hint, required, value, onChange, came, disabled }: FieldRowProps) {
  return (
    <li className={classes.field}>
      <span className={classes.fieldName}>
        {label}
        {required && ' *'}
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
      <TextInput
        aria-label={`Expression for ${label}`}
        size="xs"
        value={value}
        disabled={disabled ?? false}
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      {came && (
        <output className={classes.came} data-kind={came.kind} aria-label={`${label} comes to`}>
          {wordsOf(came)}
        </output>
      )}
    </li>
  );
}

function wordsOf(came: Came): string {
  if (came.kind === 'FAILED') return came.message ?? 'It fails.';
  if (came.kind === 'NOTHING') return 'Leads to nothing in the sample';
  const text = JSON.stringify(came.value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
