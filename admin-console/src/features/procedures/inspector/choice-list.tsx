import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Choice } from '../model/definition.ts';
import classes from './inspector.module.css';
import { useNewRow } from './use-new-row.ts';
import { WordingField } from './wording-field.tsx';

interface ChoiceListProps {
  choices: readonly Choice[];
  onChange: (choices: Choice[], mark?: string) => void;
}

export function ChoiceList({ choices, onChange }: ChoiceListProps) {
  const put = (place: number, patch: Partial<Choice>, mark: string) =>
    onChange(
      choices.map((each, at) => (at === place ? { ...each, ...patch } : each)),
      `choice ${place} ${mark}`,
    );
  const { list, added } = useNewRow<HTMLFieldSetElement>(choices.length);
  return (
    <fieldset className={classes.map} aria-label="Choices" ref={list}>
      <span className={classes.label}>Choices</span>
      {choices.map((choice, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what names a choice is being edited; the place stays
        <div key={place} className={classes.block} data-row>
          <div className={classes.blockHead}>
            <TextInput
              size="xs"
              label={`Choice ${place + 1}: value`}
              spellCheck={false}
              classNames={{ input: classes.code ?? '' }}
              value={choice.value}
              onChange={(event) => put(place, { value: event.currentTarget.value }, 'value')}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove choice ${place + 1}`}
              onClick={() => onChange(choices.filter((_, at) => at !== place))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </div>
          <WordingField
            label={`Choice ${place + 1}: as the customer reads it`}
            short
            wording={choice.label}
            onChange={(label, mark) => put(place, { label: label ?? {} }, mark)}
          />
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={13} />}
        onClick={() => {
          added();
          onChange([...choices, { value: '', label: {} }]);
        }}
      >
        Add a choice
      </Button>
    </fieldset>
  );
}
