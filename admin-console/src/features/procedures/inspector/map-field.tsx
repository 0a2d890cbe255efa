import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Expressions } from '../model/definition.ts';
import { ExpressionField } from './expression-field.tsx';
import classes from './inspector.module.css';
import { useNewRow } from './use-new-row.ts';

interface MapFieldProps {
  label: string;
  hint: string;
  /** What stands left, such as "Variable", and right. */
  keyLabel: string;
  valueLabel: string;
  map: Expressions | undefined;
  onChange: (map: Expressions | undefined, mark?: string) => void;
}

/** Names with an expression each. */
export function MapField({ label, hint, keyLabel, valueLabel, map = {}, onChange }: MapFieldProps) {
  const entries = Object.entries(map);
  const { list, added } = useNewRow<HTMLFieldSetElement>(entries.length);
  const store = (next: [string, string][], mark?: string) =>
    onChange(next.length > 0 ? Object.fromEntries(next) : undefined, mark);
  return (
    <fieldset aria-label={label} className={classes.map} ref={list}>
      <span className={classes.label}>{label}</span>
      <p className={classes.fieldHint}>{hint}</p>
      {entries.map(([key, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being edited; the place stays
        <div key={place} className={classes.mapRow} data-row>
          <TextInput
            size="xs"
            label={keyLabel}
            value={key}
            error={entries.some(([each], at) => at !== place && each === key) ? 'Twice' : undefined}
            onChange={(event) => {
              const name = event.currentTarget.value;
              if (entries.some(([each], at) => at !== place && each === name)) return;
              store(
                entries.map((entry, at) => (at === place ? [name, value] : entry)),
                `${label} name ${place}`,
              );
            }}
          />
          <ExpressionField
            label={valueLabel}
            value={value}
            onChange={(text) =>
              store(
                entries.map((entry, at) => (at === place ? [key, text] : entry)),
                `${label} ${place}`,
              )
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${key || 'this line'}`}
            onClick={() => store(entries.filter((_, at) => at !== place))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={13} />}
        disabled={'' in map}
        onClick={() => {
          added();
          store([...entries, ['', '']]);
        }}
      >
        Add a line
      </Button>
    </fieldset>
  );
}
