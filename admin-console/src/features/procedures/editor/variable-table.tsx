import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import inspector from '../inspector/inspector.module.css';
import { useNewRow } from '../inspector/use-new-row.ts';
import { freshName } from '../model/blank.ts';
import { NAME } from '../model/definition.ts';
import { variableTypes } from '../model/scope.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';

interface VariableTableProps {
  title: string;
  hint: string;
  variables: Record<string, string>;
  onChange: (variables: Record<string, string>, mark?: string) => void;
}

/** Names with a type each. Expressions that read a name are not rewritten with it: the checker then points to them. */
export function VariableTable({ title, hint, variables, onChange }: VariableTableProps) {
  const { draft, catalogue } = useEditor();
  const { definition } = draft.sheet;
  const types = variableTypes(definition, catalogue.kinds);
  const entries = Object.entries(variables);
  const { list, added } = useNewRow<HTMLFieldSetElement>(entries.length);
  const put = (place: number, entry: [string, string], mark?: string) =>
    onChange(Object.fromEntries(entries.map((each, at) => (at === place ? entry : each))), mark);
  const taken = (name: string) => name in definition.inputs || name in definition.variables;
  return (
    <fieldset aria-label={title} className={inspector.map} ref={list}>
      <h2 className={classes.panelTitle}>{title}</h2>
      <p className={inspector.fieldHint}>{hint}</p>
      {entries.map(([name, type], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being edited; the place stays
        <div key={place} className={inspector.mapRow} data-row>
          <TextInput
            size="xs"
            label="Name"
            spellCheck={false}
            classNames={{ input: inspector.code ?? '' }}
            value={name}
            error={NAME.test(name) ? undefined : 'Letters, digits and _'}
            onChange={(event) => {
              const next = event.currentTarget.value;
              if (!taken(next)) put(place, [next, type], `${title} ${place}`);
            }}
          />
          <NativeSelect
            size="xs"
            label="Type"
            value={type}
            data={[...new Set([type, ...types])]}
            onChange={(event) => put(place, [name, event.currentTarget.value])}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${name}`}
            onClick={() => onChange(Object.fromEntries(entries.filter((_, at) => at !== place)))}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={13} />}
        onClick={() => {
          added();
          onChange({ ...variables, [freshName(taken, 'value')]: 'text' });
        }}
      >
        Add
      </Button>
    </fieldset>
  );
}
