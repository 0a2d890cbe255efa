import { NativeSelect, NumberInput } from '@mantine/core';
import { useMemo } from 'react';
import { useEditor } from '../editor/context.tsx';
import type { Answer, Ask } from '../model/definition.ts';
import { entryFields, variableTypes } from '../model/scope.ts';
import { ChoiceList } from './choice-list.tsx';
import { ExpressionField } from './expression-field.tsx';
import type { FieldsOf } from './node-fields.tsx';
import { DurationField, IntoField } from './small-fields.tsx';
import { WordingField } from './wording-field.tsx';

type Way = 'free' | 'choices' | 'list';

export function AskFields({ id, node, change }: FieldsOf<Ask>) {
  const { draft, catalogue } = useEditor();
  const { definition } = draft.sheet;
  const { answer } = node;
  const way: Way = answer.from !== undefined ? 'list' : answer.choices?.length ? 'choices' : 'free';
  const set = (patch: { [K in keyof Answer]?: Answer[K] | undefined }, mark?: string) => {
    const next = Object.entries({ ...answer, ...patch }).filter(([, value]) => value !== undefined);
    change({ answer: Object.fromEntries(next) as unknown as Answer }, mark);
  };
  const offers = useMemo(
    () => (answer.from ? entryFields(definition, answer.from, catalogue.outputs) : []),
    [definition, answer.from, catalogue],
  );
  return (
    <>
      <WordingField
        label="Question"
        wording={node.text}
        onChange={(text, mark) => change({ text: text ?? {} }, mark)}
      />
      <NativeSelect
        size="xs"
        label="The answer is a"
        value={answer.type}
        data={[...new Set([answer.type, ...variableTypes(definition, catalogue.kinds)])]}
        onChange={(event) => set({ type: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label="How it is given"
        value={way}
        data={[
          { value: 'free', label: 'In the customer’s own words' },
          { value: 'choices', label: 'One of fixed choices' },
          { value: 'list', label: 'One of a list that a step got' },
        ]}
        onChange={(event) => {
          const next = event.currentTarget.value as Way;
          set({
            choices: next === 'choices' ? [{ value: '', label: {} }] : undefined,
            from: next === 'list' ? '' : undefined,
            label: next === 'list' ? {} : undefined,
            value: undefined,
          });
        }}
      />
      {way === 'choices' && (
        <ChoiceList choices={answer.choices ?? []} onChange={(choices, mark) => set({ choices }, mark)} />
      )}
      {way === 'list' && (
        <>
          <ExpressionField
            label="The list"
            placeholder="cards.cards"
            value={answer.from}
            onChange={(from) => set({ from }, 'from')}
          />
          <WordingField
            label="How an entry is called"
            hint="“it” is the entry"
            short
            wording={answer.label}
            offers={offers}
            onChange={(label, mark) => set({ label: label ?? {} }, mark)}
          />
          <ExpressionField
            label="What is kept of the entry"
            description="Empty: the whole entry"
            placeholder="it.card"
            value={answer.value}
            offers={offers}
            onChange={(value) => set({ value: value || undefined }, 'value')}
          />
        </>
      )}
      <IntoField id={id} into={node.into} type={answer.type} label="Kept as" />
      <NumberInput
        size="xs"
        label="Attempts"
        description="Before it counts as given up"
        min={1}
        max={5}
        clampBehavior="strict"
        value={node.attempts ?? 3}
        onChange={(attempts) => attempts !== '' && change({ attempts: Number(attempts) }, 'attempts')}
      />
      <DurationField
        label="Waits for at most"
        value={node.within}
        onChange={(within) => change({ within }, 'within')}
      />
    </>
  );
}
