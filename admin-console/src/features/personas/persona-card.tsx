import { Alert, Button, Group, Select, Stack, TagsInput, Text, Textarea } from '@mantine/core';
import { Ago, asProblem } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Card } from '../../shared/page.tsx';
import { useUnsaved } from '../../shared/unsaved.tsx';
import { humanise } from '../../shared/words.ts';
import { type KeptPersona, type Persona, TONES, useChangePersona } from './api/personas.ts';
import { EscalationList } from './escalation-list.tsx';

/** One persona: its manner and scope, when a person is fetched, and what it was before. */
export function PersonaCard({ kept }: { kept: KeptPersona }) {
  const [draft, setDraft] = useState(kept.persona);
  const change = useChangePersona();
  const mayWrite = useCan('RELEASE_WRITE');
  const changed = JSON.stringify(draft) !== JSON.stringify(kept.persona);
  const { saved } = useUnsaved(changed);
  const problem = change.error ? asProblem(change.error) : undefined;
  const set = (part: Partial<Persona>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ edition: kept.edition, persona: draft }, { onSuccess: saved });
  };
  return (
    <Stack gap="md">
      <form onSubmit={submit}>
        <Card
          title={draft.name.en ?? draft.id}
          hint={kept.edition === 0 ? 'As it comes with the platform' : `Edition ${kept.edition}`}
        >
          <Stack gap="md">
            <Select
              label="Tone"
              data={TONES.map((tone) => ({ value: tone, label: humanise(tone) }))}
              value={draft.tone}
              allowDeselect={false}
              disabled={!mayWrite}
              onChange={(tone) => set({ tone: tone as Persona['tone'] })}
              maw={260}
            />
            <Textarea
              label="Manner and scope"
              description="What a model that writes replies is told, in English. It changes the wording alone, never a fact."
              value={draft.manner}
              maxLength={1000}
              autosize
              minRows={3}
              disabled={!mayWrite}
              onChange={(event) => set({ manner: event.currentTarget.value })}
            />
            {draft.id === 'general' ? (
              <Text size="sm">Speaks wherever no other persona does.</Text>
            ) : (
              <TagsInput
                label="Speaks to these intents"
                description="What customers want whom it speaks to"
                value={draft.intents}
                disabled={!mayWrite}
                onChange={(intents) => set({ intents })}
              />
            )}
            <EscalationList
              rules={draft.escalations}
              disabled={!mayWrite}
              onChange={(escalations) => set({ escalations })}
            />
            {problem && (
              <Alert color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
                {problem.detail}
              </Alert>
            )}
            {mayWrite && (
              <Group justify="flex-end">
                {changed && (
                  <Button variant="subtle" color="gray" onClick={() => setDraft(kept.persona)}>
                    Discard
                  </Button>
                )}
                <Button type="submit" disabled={!changed} loading={change.isPending}>
                  Put in force
                </Button>
              </Group>
            )}
          </Stack>
        </Card>
      </form>
      {kept.editions.length > 0 && (
        <Card title="Editions" hint="The newest first; each is a release">
          <Stack gap="xs">
            {kept.editions.map((edition) => (
              <Group key={edition.number} justify="space-between">
                <span>
                  Edition {edition.number}, {edition.by}, <Ago at={edition.at} />
                </span>
                {edition.number === kept.edition ? (
                  <span>in force</span>
                ) : (
                  mayWrite && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Bring back edition ${edition.number}`}
                      onClick={() => setDraft(edition.persona)}
                    >
                      Bring back
                    </Button>
                  )
                )}
              </Group>
            ))}
          </Stack>
        </Card>
      )}
    </Stack>
  );
}
