import { Select } from '@mantine/core';
import type { ModelChoice } from '@openteller/web-kit';
import { keyOf } from '../words.ts';

interface ModelPickerProps {
  label: string;
  choices: (ModelChoice & { provider: string })[];
  value: ModelChoice | undefined;
  onChange: (choice: ModelChoice | undefined) => void;
}

export function ModelPicker({ label, choices, value, onChange }: ModelPickerProps) {
  const providers = [...new Set(choices.map((each) => each.provider))];
  return (
    <Select
      label={label}
      placeholder={choices.length === 0 ? 'No model can be asked' : 'Choose a model'}
      searchable
      allowDeselect={false}
      disabled={choices.length === 0}
      value={value ? keyOf(value) : null}
      data={providers.map((provider) => ({
        group: provider,
        items: choices
          .filter((each) => each.provider === provider)
          .map((each) => ({ value: keyOf(each), label: each.model })),
      }))}
      onChange={(key) => {
        const chosen = choices.find((each) => keyOf(each) === key);
        onChange(chosen && { plugin: chosen.plugin, model: chosen.model });
      }}
    />
  );
}
