import { Button, Fieldset, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Escalation } from './api/personas.ts';

const LANGUAGES = [
  { tag: 'en', label: 'English' },
  { tag: 'hi', label: 'Hindi' },
  { tag: 'hi-Latn', label: 'Hindi in Latin letters' },
];

interface EscalationListProps {
  rules: Escalation[];
  disabled: boolean;
  onChange: (rules: Escalation[]) => void;
}

/** At which words a person is fetched. */
export function EscalationList({ rules, disabled, onChange }: EscalationListProps) {
  const put = (at: number, part: Partial<Escalation>) =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)));
  return (
    <Fieldset legend="When a person is fetched">
      <Stack gap="lg">
        {rules.length === 0 && (
          <Text size="sm">
            Nothing special: the platform’s own rules for risk and for people hold anyway.
          </Text>
        )}
        {rules.map((rule, at) => (
          // Rules have no identity of their own; they are never sorted.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Stack key={at} gap="xs">
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput
                label="Team"
                value={rule.team}
                disabled={disabled}
                onChange={(event) => put(at, { team: event.currentTarget.value })}
              />
              <TextInput
                label="Why, for the colleague"
                value={rule.why}
                disabled={disabled}
                onChange={(event) => put(at, { why: event.currentTarget.value })}
              />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, md: 3 }}>
              {LANGUAGES.map(({ tag, label }) => (
                <Textarea
                  key={tag}
                  label={label}
                  description="One phrase a line; … for up to four words"
                  lang={tag}
                  autosize
                  minRows={3}
                  maxRows={10}
                  value={(rule.phrases[tag] ?? []).join('\n')}
                  disabled={disabled}
                  onChange={(event) =>
                    put(at, { phrases: { ...rule.phrases, [tag]: event.currentTarget.value.split('\n') } })
                  }
                />
              ))}
            </SimpleGrid>
            {!disabled && (
              <Group justify="flex-end">
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconTrash size={14} />}
                  onClick={() => onChange(rules.filter((_, index) => index !== at))}
                >
                  Remove this rule
                </Button>
              </Group>
            )}
          </Stack>
        ))}
        {!disabled && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => onChange([...rules, { team: '', why: '', phrases: {} }])}
            >
              Add a rule
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
