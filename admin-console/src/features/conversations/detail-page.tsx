import { Group } from '@mantine/core';
import { type Assurance, exactTime } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Chip, OwnerChip } from '../../shared/chips.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { WaitingPage } from '../../shared/waiting-page.tsx';
import { conversationQuery } from './api.ts';
import classes from './conversations.module.css';
import { DecisionPanel } from './decision/decision-panel.tsx';
import { Transcript } from './transcript.tsx';

const ASSURANCES: Record<Assurance, { label: string; colour: string }> = {
  ANONYMOUS: { label: 'Not identified', colour: 'gray' },
  IDENTIFIED: { label: 'Signed in at the bank', colour: 'blue' },
  STEPPED_UP: { label: 'Verified with a one-time code', colour: 'teal' },
};

/** What was said, beside why the assistant said it. */
export function ConversationPage() {
  const { id } = useParams({ from: '/conversations/$id' });
  const { turn } = useSearch({ from: '/conversations/$id' });
  const navigate = useNavigate({ from: '/conversations/$id' });
  const record = useQuery(conversationQuery(id));
  const { data } = record;
  const open = useCallback(
    (turnId: string) => void navigate({ search: { turn: turnId }, replace: true }),
    [navigate],
  );
  const back = { label: 'Conversations', to: '/conversations' } as const;
  if (!data) {
    return (
      <WaitingPage
        title="Conversation"
        back={back}
        wide
        query={record}
        columns={classes.columns}
        heights={[620, 620]}
      />
    );
  }
  const assurance = data.customer.assurance ? ASSURANCES[data.customer.assurance] : undefined;
  const chosen = data.decisions.find((each) => each.turnId === turn) ?? data.decisions.at(-1);
  return (
    <Page
      title={data.customer.name}
      back={back}
      wide
      badge={
        <Group gap={6}>
          <OwnerChip owner={data.owner} />
          {assurance && <Chip color={assurance.colour}>{assurance.label}</Chip>}
        </Group>
      }
      lead={`Began ${exactTime(data.startedAt)}${data.customer.ref ? ` · customer ${data.customer.ref}` : ''}`}
    >
      <div className={classes.columns}>
        <Card
          title="Transcript"
          hint="Choose a reply of the assistant to see why it was given"
          className={classes.transcriptCard}
        >
          <Transcript
            messages={data.messages}
            decisions={data.decisions}
            chosen={chosen?.turnId}
            onChoose={open}
          />
        </Card>
        <DecisionPanel decisions={data.decisions} chosen={chosen} onChoose={open} />
      </div>
    </Page>
  );
}
