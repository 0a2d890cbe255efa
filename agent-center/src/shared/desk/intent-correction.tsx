import { Button, Popover, Select, Text } from '@mantine/core';
import { api, type IntentOverview, type Packet, toast, toastProblem } from '@openteller/web-kit';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../me.tsx';
import { pathOf } from './queries.ts';
import { humanise } from './words.ts';

interface IntentCorrectionProps {
  conversation: string;
  packet: Packet;
  messages: readonly { seq: number; author: string; createdAt: string }[];
}

/** "This was about …": what somebody says here becomes an example once the bank's administrators accept it. */
export function IntentCorrection({ conversation, packet, messages }: IntentCorrectionProps) {
  const [opened, setOpened] = useState(false);
  const [said, setSaid] = useState<string>();
  const mayRead = useCan('INTENT_READ');
  const mayWork = useCan('CONVERSATION_WORK');
  const intents = useQuery({
    queryKey: ['intents'],
    queryFn: ({ signal }) => api.get<IntentOverview>('/api/v1/intents', { signal }),
    enabled: opened,
  });
  const about = messages.filter(
    ({ author, createdAt }) => author === 'CUSTOMER' && createdAt <= packet.createdAt,
  );
  const message = about.at(-1);
  const correct = useMutation({
    mutationFn: (intent: string) =>
      api.post(pathOf(conversation, `/messages/${message?.seq}/intent`), { intent }),
    onSuccess: (_, intent) => {
      setSaid(intent);
      setOpened(false);
      toast('Noted. It teaches the assistant once an administrator accepts it');
    },
    onError: (error) => toastProblem(error, 'This could not be noted'),
  });
  if (!mayRead || !mayWork || !message) return null;
  if (said) {
    return (
      <Text size="xs" c="dimmed" role="status">
        You said: {humanise(said)}
      </Text>
    );
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus shadow="md">
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          ml={-6}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          Not right?
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Select
          label="What was it about?"
          placeholder={intents.isPending ? 'Loading the intents' : 'Choose an intent'}
          error={intents.isError ? 'The intents could not be loaded' : undefined}
          searchable
          data-autofocus
          disabled={correct.isPending}
          nothingFoundMessage="No such intent"
          comboboxProps={{ withinPortal: false }}
          data={(intents.data?.items ?? [])
            .filter(({ name }) => name !== packet.intent)
            .map(({ name }) => ({ value: name, label: humanise(name) }))}
          onChange={(intent) => intent && correct.mutate(intent)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
