import { Autocomplete, NativeSelect, NumberInput } from '@mantine/core';
import { useRef } from 'react';
import { useEditor } from '../editor/context.tsx';
import { orderOf } from '../model/definition.ts';
import { isoOf, partsOf, UNITS, type Unit } from '../model/durations.ts';
import { keepInto } from '../model/edits.ts';
import classes from './inspector.module.css';

/** How long, in minutes, hours or days. */
export function DurationField(props: {
  label: string;
  hint?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { label, hint, value, onChange } = props;
  const parts = partsOf(value);
  const unit = parts?.unit ?? 'M';
  return (
    <div className={classes.pair}>
      <NumberInput
        size="xs"
        label={label}
        description={hint}
        min={1}
        max={999}
        allowDecimal={false}
        allowNegative={false}
        placeholder="as usual"
        value={parts?.amount ?? ''}
        onChange={(amount) => onChange(amount === '' ? undefined : isoOf(Number(amount), unit))}
      />
      <NativeSelect
        size="xs"
        aria-label={`${label}: unit`}
        value={unit}
        data={Object.entries(UNITS).map(([each, words]) => ({ value: each, label: words }))}
        onChange={(event) => onChange(parts && isoOf(parts.amount, event.currentTarget.value as Unit))}
      />
    </div>
  );
}

/** The variable that gets the outcome. A new name becomes a variable of the right type. */
export function IntoField({
  id,
  into,
  type,
  label,
}: {
  id: string;
  into: string | undefined;
  type: string;
  label: string;
}) {
  const { draft } = useEditor();
  const { inputs, variables } = draft.sheet.definition;
  const fitting = Object.entries({ ...inputs, ...variables }).filter(([, each]) => each === type);
  const known = into !== undefined && (into in inputs || into in variables);
  const before = useRef(into);
  return (
    <Autocomplete
      size="xs"
      label={label}
      description={
        known || !into ? 'A new name becomes a variable' : `New: becomes a variable of type ${type}`
      }
      data={fitting.map(([name]) => name)}
      spellCheck={false}
      classNames={{ input: classes.code ?? '' }}
      value={into ?? ''}
      onChange={(name) =>
        draft.edit((sheet) => {
          const { into: _old, ...rest } = sheet.definition.nodes[id] as { into?: string };
          const node = (name ? { ...rest, into: name } : rest) as (typeof sheet.definition.nodes)[string];
          const nodes = { ...sheet.definition.nodes, [id]: node };
          return { ...sheet, definition: { ...sheet.definition, nodes } };
        }, `${id} into`)
      }
      onFocus={() => {
        before.current = into;
      }}
      onBlur={() => {
        if (into === before.current && (known || !into)) return;
        draft.edit((sheet) => keepInto(sheet, id, into, type, before.current), `${id} into`);
      }}
    />
  );
}

/** One of the steps, or none. */
export function StepSelect(props: {
  label: string;
  value: string | undefined;
  only?: (id: string) => boolean;
  /** What it means to choose none. */
  none?: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { label, value, only, none = '— nowhere yet —', onChange } = props;
  const { draft } = useEditor();
  const ids = orderOf(draft.sheet).filter((id) => only?.(id) ?? true);
  const gone = value !== undefined && !ids.includes(value);
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value ?? ''}
      error={gone ? 'There is no such step' : undefined}
      data={[{ value: '', label: none }, ...(gone ? [value] : []), ...ids]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
