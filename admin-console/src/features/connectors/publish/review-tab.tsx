import { Button, Group, Modal, Textarea } from '@mantine/core';
import { Ago, EmptyState, toast } from '@openteller/web-kit';
import { IconCheck, IconUserCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { ProblemNote } from '../../procedures/problem-note.tsx';
import { approve, refuse, type StoredConnector } from '../api/stored.ts';
import classes from '../connectors.module.css';
import { differenceOf } from '../model/difference.ts';
import { DifferenceList } from '../versions/difference-list.tsx';

interface ReviewTabProps {
  connector: StoredConnector;
  reload: () => Promise<void>;
}

/** What waits for a second person, beside the version that was published last. */
export function ReviewTab({ connector, reload }: ReviewTabProps) {
  const { id, waiting, published } = connector;
  if (!waiting) {
    return (
      <Card>
        <EmptyState
          kind="done"
          icon={<IconUserCheck size={26} stroke={1.6} />}
          title="Nothing waits for a second person"
          text="Whoever writes a connector asks for its publication."
        />
      </Card>
    );
  }
  return (
    <Card
      title="Waits for a second person"
      hint={
        <>
          {waiting.askedBy} asked <Ago at={waiting.askedAt} />
          {waiting.comment ? `: “${waiting.comment}”` : '.'}{' '}
          {waiting.mine && 'You wrote or asked for this, so somebody else decides.'}
        </>
      }
      aside={<Decide connector={connector} reload={reload} />}
    >
      <p className={classes.lead}>
        {published ? `Compared with version ${published.version}. ` : 'It was never published before. '}
      </p>
      <DifferenceList
        changes={differenceOf(
          published?.connector ?? { connector: 1, name: id, operations: {} },
          waiting.connector,
        )}
        names={{ before: published ? `Version ${published.version}` : 'Nothing', after: 'Wanted' }}
      />
    </Card>
  );
}

function Decide({ connector, reload }: ReviewTabProps) {
  const { id, waiting } = connector;
  const navigate = useNavigate();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const done = (what: string) => {
    toast(what);
    setRefusing(false);
    void reload();
    void navigate({ to: '/connectors/$id', params: { id } });
  };
  const yes = useMutation({
    mutationFn: () => approve(id, waiting?.etag ?? ''),
    onSuccess: ({ published }) => done(`The bank runs on version ${published?.version ?? ''} now`),
  });
  const no = useMutation({
    mutationFn: () => refuse(id, reason.trim()),
    onSuccess: () => done('Refused. The draft stays, with your reason.'),
  });
  const blocked = waiting?.mine ? 'You wrote or asked for this, so somebody else decides' : undefined;
  return (
    <Group gap="xs">
      <ProblemNote error={yes.error ?? no.error} />
      <PermitButton
        needs="PLUGIN_WRITE"
        blocked={blocked}
        variant="default"
        leftSection={<IconX size={16} />}
        onClick={() => setRefusing(true)}
      >
        Refuse
      </PermitButton>
      <PermitButton
        needs="PLUGIN_WRITE"
        blocked={blocked}
        loading={yes.isPending}
        leftSection={<IconCheck size={16} />}
        onClick={() => yes.mutate()}
      >
        Approve and publish
      </PermitButton>
      <Modal opened={refusing} onClose={() => setRefusing(false)} title="Refuse the publication" radius="lg">
        <Textarea
          label="Why not"
          description="Whoever asked reads it"
          data-autofocus
          required
          autosize
          minRows={3}
          value={reason}
          error={tried && !reason.trim() ? 'Write a reason' : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="subtle" color="gray" onClick={() => setRefusing(false)}>
            Cancel
          </Button>
          <Button
            color="red.9"
            loading={no.isPending}
            onClick={() => {
              setTried(true);
              if (reason.trim()) no.mutate();
            }}
          >
            Refuse
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
