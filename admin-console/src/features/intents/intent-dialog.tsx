import { Alert, Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { asProblem, type Tier, toast } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { putIntent, refresh } from './api.ts';
import { TIERS } from './search.ts';
import { nameOf, TIER_WORDS } from './words.ts';

interface IntentDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Absent for a new intent. */
  intent?: { name: string; title: string; tier: Tier };
  taken?: readonly string[];
}

/** A new intent, or the title and tier of one that is there. */
export function IntentDialog(props: IntentDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.intent ? 'Change the intent' : 'New intent'}
      size="md"
      radius="lg"
    >
      <IntentForm {...props} />
    </Modal>
  );
}

function IntentForm({ intent, taken = [], onClose }: IntentDialogProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState(intent?.title ?? '');
  const [tier, setTier] = useState<Tier>(intent?.tier ?? 'B');
  const [tried, setTried] = useState(false);
  const name = intent?.name ?? nameOf(title);
  const fault =
    name === ''
      ? 'What does the customer want?'
      : !intent && taken.includes(name)
        ? 'There is an intent of this name'
        : undefined;
  const save = useMutation({
    mutationFn: () => putIntent(name, title.trim(), tier),
    onSuccess: async () => {
      await refresh(queries);
      toast(intent ? `“${title.trim()}” is changed; train to put it in force` : `“${title.trim()}” is added`);
      onClose();
      if (!intent) void navigate({ to: '/intents/$name', params: { name } });
    },
  });
  const problem = save.error ? asProblem(save.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!fault) save.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="Title"
          description={name && !intent ? `Known to programs as ${name}` : undefined}
          required
          data-autofocus
          maxLength={120}
          value={title}
          error={tried && fault}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Radio.Group
          label="How much may the assistant do?"
          value={tier}
          onChange={(value) => setTier(TIERS.find((each) => each === value) ?? 'B')}
        >
          <Stack gap={8} mt={6}>
            {TIERS.map((each) => (
              <Radio
                key={each}
                value={each}
                label={TIER_WORDS[each].label}
                description={TIER_WORDS[each].meaning}
              />
            ))}
          </Stack>
        </Radio.Group>
        {problem && (
          <Alert color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
            {problem.detail}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            {intent ? 'Save' : 'Add intent'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
