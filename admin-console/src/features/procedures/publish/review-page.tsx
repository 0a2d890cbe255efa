import { Button, Group, Modal, Textarea } from '@mantine/core';
import { Ago, EmptyState, toast } from '@openteller/web-kit';
import { IconCheck, IconUserCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { approvePublication, refusePublication } from '../api/publication.ts';
import type { Procedure, Waiting } from '../api/types.ts';
import { useEditor } from '../editor/context.tsx';
import type { Definition } from '../model/definition.ts';
import { ProblemNote } from '../problem-note.tsx';
import { DrawnDiff } from '../versions/drawn-diff.tsx';
import { SubPage } from '../versions/sub-page.tsx';
import classes from './publish.module.css';

/** What waits for a second person, drawn beside the version in force. */
export function ReviewPage({ procedure, reload }: { procedure: Procedure; reload: () => Promise<void> }) {
  const { draft } = useEditor();
  const { waiting, published, id } = procedure;
  if (!waiting) {
    return (
      <SubPage id={id} title="Nothing waits">
        <Card>
          <EmptyState
            kind="done"
            icon={<IconUserCheck size={26} stroke={1.6} />}
            title="Nothing waits for a second person"
            text="Whoever writes a procedure asks for its publication in the editor."
          />
        </Card>
      </SubPage>
    );
  }
  const wanted = waiting.definition ?? draft.sheet.definition;
  const layout = waiting.layout ?? draft.sheet.layout;
  const nothing: Definition = { ...wanted, nodes: {} };
  return (
    <SubPage
      id={id}
      title="Waits for a second person"
      actions={<Decide procedure={procedure} reload={reload} />}
    >
      <Request waiting={waiting} inForce={published?.version} />
      {!waiting.definition && draft.saver.etag !== waiting.etag && (
        <p className={classes.problem} role="alert">
          The draft was changed after it was asked for: what is drawn here is newer than what waits.
        </p>
      )}
      <DrawnDiff
        before={published?.definition ?? nothing}
        after={{ definition: wanted, layout }}
        names={{ before: published ? `Version ${published.version}` : 'Nothing', after: 'Wanted' }}
      />
    </SubPage>
  );
}

function Request({ waiting, inForce }: { waiting: Waiting; inForce: number | undefined }) {
  return (
    <div className={classes.request}>
      <p>
        <strong>{waiting.askedBy}</strong> asked <Ago at={waiting.askedAt} />:{' '}
        {waiting.comment ? `“${waiting.comment}”` : 'without a word.'}
      </p>
      <p className={classes.why}>
        {inForce ? `Compared with version ${inForce}, which is in force.` : 'It was never published before.'}{' '}
        {waiting.mine && 'You wrote or asked for this, so somebody else decides.'}
      </p>
    </div>
  );
}

function Decide({ procedure, reload }: { procedure: Procedure; reload: () => Promise<void> }) {
  const navigate = useNavigate();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { id, waiting } = procedure;
  const done = (what: string) => {
    toast(what);
    setRefusing(false);
    void reload();
    void navigate({ to: '/procedures/$id', params: { id } });
  };
  const approve = useMutation({
    mutationFn: () => approvePublication(id, waiting?.etag ?? ''),
    onSuccess: ({ published }) => done(`Version ${published?.version ?? ''} is in force`),
  });
  const refuse = useMutation({
    mutationFn: () => refusePublication(id, reason.trim()),
    onSuccess: () => done('Refused. The draft stays, with your reason.'),
  });
  const blocked = waiting?.mine ? 'You wrote or asked for this, so somebody else decides' : undefined;
  return (
    <>
      <ProblemNote error={approve.error ?? refuse.error} />
      <PermitButton
        needs="PROCEDURE_APPROVE"
        blocked={blocked}
        variant="default"
        leftSection={<IconX size={16} />}
        onClick={() => setRefusing(true)}
      >
        Refuse
      </PermitButton>
      <PermitButton
        needs="PROCEDURE_APPROVE"
        blocked={blocked}
        loading={approve.isPending}
        leftSection={<IconCheck size={16} />}
        onClick={() => approve.mutate()}
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
            loading={refuse.isPending}
            onClick={() => {
              setTried(true);
              if (reason.trim()) refuse.mutate();
            }}
          >
            Refuse
          </Button>
        </Group>
      </Modal>
    </>
  );
}
