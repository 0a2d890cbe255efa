import { Checkbox, NativeSelect, Select } from '@mantine/core';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { humanise } from '../../../shared/words.ts';
import type { Operation } from '../api/types.ts';
import { useEditor } from '../editor/context.tsx';
import type { Operate } from '../model/definition.ts';
import { typeOf } from '../model/scope.ts';
import { ExpressionField } from './expression-field.tsx';
import classes from './inspector.module.css';
import type { FieldsOf } from './node-fields.tsx';
import { IntoField } from './small-fields.tsx';

export function OperationFields({ id, node, change }: FieldsOf<Operate>) {
  const { catalogue } = useEditor();
  const operation = catalogue.find(node.operation);
  const unknown = node.operation && !operation ? [{ value: node.operation, label: node.operation }] : [];
  return (
    <>
      <Select
        size="xs"
        label="Operation"
        placeholder="Choose what is done"
        searchable
        allowDeselect={false}
        nothingFoundMessage="No operation is called like that"
        maxDropdownHeight={320}
        value={node.operation ?? null}
        data={[...unknown, ...groups(catalogue.all)]}
        onChange={(name) => name && change({ operation: name })}
      />
      {catalogue.failed !== undefined && <ProblemNote error={catalogue.failed} />}
      {operation && <AboutOperation operation={operation} />}
      {operation && <Arguments operation={operation} node={node} change={change} id={id} />}
      {node.operation && (
        <IntoField id={id} into={node.into} type={`result:${node.operation}`} label="The result is kept as" />
      )}
      {operation && (operation.risk !== 'READ' || node.compensate) && (
        <Checkbox
          size="xs"
          label="Take it back if the procedure does not come to its end"
          checked={node.compensate ?? false}
          onChange={(event) => change({ compensate: event.currentTarget.checked || undefined })}
        />
      )}
    </>
  );
}

function groups(all: readonly Operation[]): { group: string; items: { value: string; label: string }[] }[] {
  const rooms = [...new Set(all.map(({ name }) => name.split('.')[0] ?? ''))].sort();
  return rooms.map((room) => ({
    group: humanise(room),
    items: all
      .filter(({ name }) => name.startsWith(`${room}.`))
      .map(({ name, title }) => ({ value: name, label: title })),
  }));
}

const RISKS: Record<string, string> = {
  READ: 'reads only',
  CHANGE: 'changes something',
  MONEY: 'moves money',
  IRREVERSIBLE: 'cannot be undone',
};

const ASSURANCES: Record<string, string> = {
  ANONYMOUS: 'nobody',
  IDENTIFIED: 'who is signed in',
  STEPPED_UP: 'more than signed in: code or questions',
};

function AboutOperation({ operation }: { operation: Operation }) {
  return (
    <div className={classes.about}>
      <p>{operation.summary}</p>
      <dl>
        <div>
          <dt>Supplied by</dt>
          <dd>{operation.suppliedBy ?? 'no plugin of this bank'}</dd>
        </div>
        <div>
          <dt>Risk</dt>
          <dd>{RISKS[operation.risk] ?? humanise(operation.risk)}</dd>
        </div>
        <div>
          <dt>Who must be proven</dt>
          <dd>{ASSURANCES[operation.assurance] ?? humanise(operation.assurance)}</dd>
        </div>
        {operation.confirmation !== 'NONE' && (
          <div>
            <dt>Needs a yes of</dt>
            <dd>{humanise(operation.confirmation).toLowerCase()}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Arguments({ operation, node, change }: { operation: Operation } & FieldsOf<Operate>) {
  const fields = Object.entries(operation.input.properties ?? {});
  if (fields.length === 0) return <p className={classes.fieldHint}>It needs nothing to be told.</p>;
  const required = operation.input.required ?? [];
  const set = (name: string, value: string) => {
    const { [name]: _old, ...others } = node.with;
    change({ with: value === '' ? others : { ...node.with, [name]: value } }, `with ${name}`);
  };
  return (
    <fieldset className={classes.map} aria-label="What it is told">
      <span className={classes.label}>What it is told</span>
      {fields.map(([name, schema]) => {
        const value = node.with[name] ?? '';
        const literal = /^'([A-Za-z0-9_]*)'$/.exec(value)?.[1];
        const fixed =
          schema.enum && (value === '' || (literal !== undefined && schema.enum.includes(literal)));
        return fixed ? (
          <NativeSelect
            key={name}
            size="xs"
            label={name}
            withAsterisk={required.includes(name)}
            value={value}
            data={[
              { value: '', label: required.includes(name) ? '— choose —' : '— left out —' },
              ...(schema.enum ?? []).map((each) => ({ value: `'${each}'`, label: humanise(each) })),
              { value: 'lastMessage', label: 'an expression…' },
            ]}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ) : (
          <ExpressionField
            key={name}
            label={name}
            description={schema.description ?? typeOf(schema)}
            required={required.includes(name)}
            value={value}
            onChange={(text) => set(name, text)}
          />
        );
      })}
    </fieldset>
  );
}
