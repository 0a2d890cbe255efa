import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { humanise } from '../../../shared/words.ts';
import { proceduresQuery } from '../api/procedures.ts';
import { useEditor } from '../editor/context.tsx';
import type { End, Handoff, Notify, Say, Subflow, Wait } from '../model/definition.ts';
import { said } from '../model/languages.ts';
import { ExpressionField } from './expression-field.tsx';
import { MapField } from './map-field.tsx';
import type { FieldsOf } from './node-fields.tsx';
import { DurationField } from './small-fields.tsx';
import { WordingField } from './wording-field.tsx';

export function SayFields({ node, change }: FieldsOf<Say>) {
  return (
    <>
      <WordingField
        label="What is said"
        optional
        wording={node.text}
        onChange={(text, mark) => change({ text }, mark)}
      />
      <MapField
        label="Sets variables"
        hint="Before it is said."
        keyLabel="Variable"
        valueLabel="gets"
        map={node.set}
        onChange={(set, mark) => change({ set }, mark)}
      />
    </>
  );
}

export function NotifyFields({ node, change }: FieldsOf<Notify>) {
  const { catalogue } = useEditor();
  const templates =
    catalogue.find(`notify.${node.channel.toLowerCase()}/v1`)?.input.properties?.template?.enum ?? [];
  const unknown = node.template && !templates.includes(node.template) ? [node.template] : [];
  return (
    <>
      <NativeSelect
        size="xs"
        label="By"
        value={node.channel}
        data={[
          { value: 'SMS', label: 'SMS' },
          { value: 'EMAIL', label: 'E-mail' },
          { value: 'PUSH', label: 'Push message' },
        ]}
        onChange={(event) => change({ channel: event.currentTarget.value as Notify['channel'] })}
      />
      <NativeSelect
        size="xs"
        label="The bank’s text"
        value={node.template}
        data={[
          { value: '', label: '— choose —' },
          ...unknown,
          ...templates.map((each) => ({ value: each, label: humanise(each) })),
        ]}
        onChange={(event) => change({ template: event.currentTarget.value })}
      />
      <ExpressionField
        label="Reference in it"
        description="Empty: none"
        value={node.reference}
        onChange={(reference) => change({ reference: reference || undefined }, 'reference')}
      />
    </>
  );
}

export function WaitFields({ node, change }: FieldsOf<Wait>) {
  return (
    <>
      <DurationField label="For" value={node.within} onChange={(within) => change({ within }, 'within')} />
      <TextInput
        size="xs"
        label="Or until the event"
        description="Of the bank’s systems, such as card.delivered; empty: the time alone"
        value={node.event ?? ''}
        onChange={(event) => change({ event: event.currentTarget.value || undefined }, 'event')}
      />
    </>
  );
}

export function HandoffFields({ node, change }: FieldsOf<Handoff>) {
  return (
    <>
      <TextInput
        size="xs"
        label="Team"
        value={node.team}
        onChange={(event) => change({ team: event.currentTarget.value }, 'team')}
      />
      <WordingField
        label="Said to the customer"
        wording={node.text}
        onChange={(text, mark) => change({ text: text ?? {} }, mark)}
      />
      <MapField
        label="Facts for the colleague"
        hint="Shown beside the conversation."
        keyLabel="Called"
        valueLabel="shows"
        map={node.facts}
        onChange={(facts, mark) => change({ facts }, mark)}
      />
    </>
  );
}

export function SubflowFields({ node, change }: FieldsOf<Subflow>) {
  const { draft, languages } = useEditor();
  const others = (useQuery(proceduresQuery).data?.procedures ?? []).filter(
    ({ id }) => id !== draft.sheet.definition.id,
  );
  const known = others.map(({ id, title }) => ({ value: id, label: said(title, languages) || id }));
  const gone = node.procedure && !others.some(({ id }) => id === node.procedure);
  return (
    <>
      <NativeSelect
        size="xs"
        label="Procedure"
        value={node.procedure ?? ''}
        data={[
          { value: '', label: '— choose —' },
          ...(gone && node.procedure ? [node.procedure] : []),
          ...known,
        ]}
        onChange={(event) => change({ procedure: event.currentTarget.value || undefined })}
      />
      <MapField
        label="What it is told"
        hint="Its inputs."
        keyLabel="Its input"
        valueLabel="gets"
        map={node.with}
        onChange={(map, mark) => change({ with: map }, mark)}
      />
      <MapField
        label="What is kept of it"
        hint="Which of our variables get which of its variables."
        keyLabel="Our variable"
        valueLabel="gets its"
        map={node.into}
        onChange={(into, mark) => change({ into }, mark)}
      />
    </>
  );
}

export function EndFields({ node, change }: FieldsOf<End>) {
  return (
    <>
      <NativeSelect
        size="xs"
        label="It ended"
        value={node.outcome}
        data={[
          { value: 'DONE', label: 'Done' },
          { value: 'NOTHING_TO_DO', label: 'With nothing to do' },
          { value: 'STOPPED', label: 'Stopped' },
        ]}
        onChange={(event) => change({ outcome: event.currentTarget.value as End['outcome'] })}
      />
      <WordingField
        label="Last words"
        optional
        wording={node.text}
        onChange={(text, mark) => change({ text }, mark)}
      />
    </>
  );
}
