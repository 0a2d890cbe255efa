import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { languageName } from '../../../shared/words.ts';
import { useEditor } from '../editor/context.tsx';
import type { Case, Classify, Decide, Label } from '../model/definition.ts';
import { ExpressionField } from './expression-field.tsx';
import classes from './inspector.module.css';
import type { FieldsOf } from './node-fields.tsx';
import { useNewRow } from './use-new-row.ts';

export function DecideFields({ node, change }: FieldsOf<Decide>) {
  const { cases } = node;
  const { list, added } = useNewRow<HTMLFieldSetElement>(cases.length);
  const put = (place: number, when: string) =>
    change({ cases: cases.map((each, at) => (at === place ? { ...each, when } : each)) }, `case ${place}`);
  return (
    <fieldset className={classes.map} aria-label="Cases" ref={list}>
      <span className={classes.label}>Cases</span>
      <p className={classes.fieldHint}>The first one that holds is taken.</p>
      {cases.map((each, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what tells a case from another is being edited; the place stays
        <div key={place} className={classes.blockHead} data-row>
          <ExpressionField
            label={`Case ${place + 1}`}
            value={each.when}
            onChange={(when) => put(place, when)}
          />
          <RowTools<Case>
            what={`case ${place + 1}`}
            list={cases}
            place={place}
            onChange={(next) => change({ cases: next })}
          />
        </div>
      ))}
      <Add
        label="Add a case"
        run={() => {
          added();
          change({ cases: [...cases, { when: '' }] });
        }}
      />
    </fieldset>
  );
}

export function ClassifyFields({ node, change }: FieldsOf<Classify>) {
  const { languages } = useEditor();
  const { labels } = node;
  const { list, added } = useNewRow<HTMLFieldSetElement>(labels.length);
  const put = (place: number, patch: Partial<Label>, mark: string) =>
    change(
      { labels: labels.map((each, at) => (at === place ? { ...each, ...patch } : each)) },
      `label ${place} ${mark}`,
    );
  return (
    <>
      <ExpressionField
        label="What is filed"
        description="Empty: what the customer said last"
        value={node.of}
        onChange={(of) => change({ of: of || undefined }, 'of')}
      />
      <fieldset className={classes.map} aria-label="Labels" ref={list}>
        <span className={classes.label}>Labels</span>
        {labels.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name of a label is being edited; the place stays
          <div key={place} className={classes.block} data-row>
            <div className={classes.blockHead}>
              <TextInput
                size="xs"
                label={`Label ${place + 1}`}
                value={each.label}
                onChange={(event) => put(place, { label: event.currentTarget.value }, 'name')}
              />
              <RowTools<Label>
                what={`label ${place + 1}`}
                list={labels}
                place={place}
                onChange={(next) => change({ labels: next })}
              />
            </div>
            {languages.map((language) => (
              <TagsInput
                key={language}
                size="xs"
                label={`${languageName(language)}: what people say`}
                placeholder="Enter after each"
                value={each.phrases[language] ?? []}
                onChange={(phrases) => {
                  const { [language]: _old, ...others } = each.phrases;
                  put(
                    place,
                    { phrases: phrases.length > 0 ? { ...others, [language]: phrases } : others },
                    language,
                  );
                }}
              />
            ))}
          </div>
        ))}
        <Add
          label="Add a label"
          run={() => {
            added();
            change({ labels: [...labels, { label: '', phrases: {} }] });
          }}
        />
      </fieldset>
    </>
  );
}

function Add({ label, run }: { label: string; run: () => void }) {
  return (
    <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} />} onClick={run}>
      {label}
    </Button>
  );
}

function RowTools<T>(props: {
  what: string;
  list: readonly T[];
  place: number;
  onChange: (list: T[]) => void;
}) {
  const { what, list, place, onChange } = props;
  const move = (by: number) => {
    const next = [...list];
    const [taken] = next.splice(place, 1);
    if (taken !== undefined) next.splice(place + by, 0, taken);
    onChange(next);
  };
  const tools = [
    { label: `Move ${what} up`, icon: <IconArrowUp size={15} />, off: place === 0, run: () => move(-1) },
    {
      label: `Move ${what} down`,
      icon: <IconArrowDown size={15} />,
      off: place === list.length - 1,
      run: () => move(1),
    },
    {
      label: `Remove ${what}`,
      icon: <IconTrash size={15} />,
      off: list.length === 1,
      run: () => onChange(list.filter((_, at) => at !== place)),
    },
  ];
  return (
    <span className={classes.rowTools}>
      {tools.map(({ label, icon, off, run }) => (
        <ActionIcon key={label} variant="subtle" color="gray" aria-label={label} disabled={off} onClick={run}>
          {icon}
        </ActionIcon>
      ))}
    </span>
  );
}
