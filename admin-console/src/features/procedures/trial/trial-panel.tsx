import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useCan } from '../../../shared/me.tsx';
import type { Procedure } from '../api/types.ts';
import { useEditor } from '../editor/context.tsx';
import { ReplayForm } from './replay-form.tsx';
import { Running } from './running.tsx';
import { StartForm } from './start-form.tsx';

/** A run of what is on screen against the bank's sandbox, or of a past conversation through it. No customer sees it. */
export function TrialPanel({ procedure }: { procedure: Procedure }) {
  const { trial } = useEditor();
  const [tab, setTab] = useState<string | null>(trial.replayed ? 'replay' : 'chat');
  const mayReplay = useCan('CONVERSATION_READ');
  const chat = trial.run ? <Running run={trial.run} /> : <StartForm />;
  if (!mayReplay) return <div data-panel="test">{chat}</div>;
  return (
    <Tabs value={tab} onChange={setTab} variant="pills" keepMounted={false} data-panel="test">
      <Tabs.List mb="sm">
        <Tabs.Tab value="chat">Chat as a customer</Tabs.Tab>
        <Tabs.Tab value="replay">Replay a conversation</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="chat">{chat}</Tabs.Panel>
      <Tabs.Panel value="replay">
        <ReplayForm procedure={procedure} />
      </Tabs.Panel>
    </Tabs>
  );
}
