import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import inspector from '../inspector/inspector.module.css';
import { useNewRow } from '../inspector/use-new-row.ts';
import { freshName } from '../model/blank.ts';
import { NAME } from '../model/definition.ts';
import { renameVariable } from '../model/rename-variable.ts';
import { variableTypes } from '../model/scope.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';

interface VariableTableProps {
  title: string;
  hint: string;
  variables: Record<string, string>;
  onChange: (variables: Record<string, string>, mark?: string) => void;
}

/** Names with a type each. Whatever reads, sets or keeps a name goes along with another one. */
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
          <NameField
            key={name}
            name={name}
            taken={taken}
            onRename={(next) => draft.edit((sheet) => renameVariable(sheet, name, next))}
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

interface NameFieldProps {
  name: string;
  taken: (name: string) => boolean;
  onRename: (name: string) => void;
}

/** Counts once the keyboard leaves it: half a name is none. */
function NameField({ name, taken, onRename }: NameFieldProps) {
  const [text, setText] = useState(name);
  const wrong =
    text !== name && taken(text)
      ? 'Another has this name'
      : NAME.test(text)
        ? undefined
        : 'Letters, digits and _';
  return (
    <TextInput
      size="xs"
      label="Name"
      spellCheck={false}
      classNames={{ input: inspector.code ?? '' }}
      value={text}
      error={wrong}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (wrong) setText(name);
        else if (text !== name) onRename(text);
      }}
    />
  );
}
