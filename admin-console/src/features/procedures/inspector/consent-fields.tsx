import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useEditor } from '../editor/context.tsx';
import { type Approve, type Confirm, METHODS, type Verify } from '../model/definition.ts';
import { METHOD_WORDS } from '../model/summary.ts';
import classes from './inspector.module.css';
import type { FieldsOf } from './node-fields.tsx';
import { DurationField, StepSelect } from './small-fields.tsx';
import { WordingField } from './wording-field.tsx';

export function VerifyFields({ node, change }: FieldsOf<Verify>) {
  return (
    <>
      <NativeSelect
        size="xs"
        label="What must be proven"
        value={node.level}
        data={[
          { value: 'IDENTIFIED', label: 'Signed in' },
          { value: 'STEPPED_UP', label: 'More than signed in: code or questions' },
        ]}
        onChange={(event) => change({ level: event.currentTarget.value as Verify['level'] })}
      />
      <fieldset className={classes.checks}>
        <legend className={classes.label}>By</legend>
        <p className={classes.fieldHint}>Tried in the order in which you tick them.</p>
        {METHODS.map((method) => {
          const place = node.methods.indexOf(method);
          return (
            <Checkbox
              key={method}
              size="sm"
              label={place < 0 ? METHOD_WORDS[method] : `${place + 1}. ${METHOD_WORDS[method]}`}
              checked={place >= 0}
              onChange={(event) =>
                change({
                  methods: event.currentTarget.checked
                    ? [...node.methods, method]
                    : node.methods.filter((each) => each !== method),
                })
              }
            />
          );
        })}
      </fieldset>
      <DurationField
        label="Waits for at most"
        value={node.within}
        onChange={(within) => change({ within }, 'within')}
      />
    </>
  );
}

/** The operation that a yes is for. */
function OfOperation({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { nodes } = useEditor().draft.sheet.definition;
  return (
    <StepSelect
      label="For the operation of step"
      value={value}
      only={(id) => nodes[id]?.type === 'operation'}
      onChange={onChange}
    />
  );
}

export function ConfirmFields({ node, change }: FieldsOf<Confirm>) {
  return (
    <>
      <OfOperation value={node.operation} onChange={(operation) => change({ operation })} />
      <WordingField
        label="Said above the card"
        hint="The card itself is made from the final arguments."
        optional
        wording={node.text}
        onChange={(text, mark) => change({ text }, mark)}
      />
      <DurationField
        label="Waits for at most"
        value={node.within}
        onChange={(within) => change({ within }, 'within')}
      />
    </>
  );
}

export function ApproveFields({ node, change }: FieldsOf<Approve>) {
  return (
    <>
      <OfOperation value={node.operation} onChange={(operation) => change({ operation })} />
      <TextInput
        size="xs"
        label="Team that may agree"
        value={node.team}
        onChange={(event) => change({ team: event.currentTarget.value }, 'team')}
      />
      <WordingField
        label="Said to the colleague who decides"
        wording={node.text}
        onChange={(text, mark) => change({ text: text ?? {} }, mark)}
      />
      <DurationField
        label="Waits for at most"
        value={node.within}
        onChange={(within) => change({ within }, 'within')}
      />
    </>
  );
}
