import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import inspector from '../inspector/inspector.module.css';
import { useNewRow } from '../inspector/use-new-row.ts';
import { freshName } from '../model/blank.ts';
import { nameProblem, renameVariable } from '../model/rename-variable.ts';
import { variableTypes } from '../model/scope.ts';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { NameField } from './name-field.tsx';

interface VariableTableProps {
  title: string;
  hint: string;
  variables: Record<string, string>;
  onChange: (variables: Record<string, string>) => void;
}

/** Names with a type each. What reads a name is rewritten with it, in one step that undo takes back. */
export function VariableTable({ title, hint, variables, onChange }: VariableTableProps) {
  const { draft, catalogue } = useEditor();
  const { definition } = draft.sheet;
  const types = variableTypes(definition, catalogue.kinds);
  const entries = Object.entries(variables);
  const { list, added } = useNewRow<HTMLFieldSetElement>(entries.length);
  const put = (place: number, entry: [string, string]) =>
    onChange(Object.fromEntries(entries.map((each, at) => (at === place ? entry : each))));
  const taken = (name: string) => name in definition.inputs || name in definition.variables;
  return (
    <fieldset aria-label={title} className={inspector.map} ref={list}>
      <h2 className={classes.panelTitle}>{title}</h2>
      <p className={inspector.fieldHint}>{hint}</p>
      {entries.map(([name, type], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being edited; the place stays
        <div key={place} className={inspector.mapRow} data-row>
          <NameField
            name={name}
            problem={(next) => nameProblem(draft.sheet, name, next)}
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
