import { Button, Group, Modal, Textarea } from '@mantine/core';
import { toast } from '@openteller/web-kit';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { plural } from '../../../shared/words.ts';
import { askForPublication } from '../api/publication.ts';
import type { Procedure } from '../api/types.ts';
import { useEditor } from '../editor/context.tsx';
import { type Check, checklist } from '../model/checklist.ts';
import { differenceOf } from '../model/diff.ts';
import classes from './publish.module.css';

interface PublishDialogProps {
  procedure: Procedure;
  reload: () => Promise<void>;
  onClose: () => void;
}

/** What must hold before a second person is asked; each line that does not hold stops it. */
export function PublishDialog({ procedure, reload, onClose }: PublishDialogProps) {
  const { draft, findings, openPanel } = useEditor();
  const [comment, setComment] = useState('');
  const { published, id } = procedure;
  const checks = checklist({
    saved: draft.save.kind === 'saved',
    checked: !findings.checking && !findings.failed,
    findings: findings.all,
    difference: published ? differenceOf(published.definition, draft.sheet.definition) : undefined,
    comment,
  });
  const ready = checks.every(({ holds }) => holds);
  const ask = useMutation({
    mutationFn: () => askForPublication(id, draft.saver.etag ?? '', comment.trim()),
    onSuccess: () => {
      toast('A second person is asked. What you see stays a draft until then.');
      onClose();
      void reload();
    },
  });
  return (
    <Modal opened onClose={onClose} title="Ask for publication" radius="lg">
      <p className={classes.lead}>
        Somebody else sees what is different and approves or refuses. Conversations that run finish on their
        version.
      </p>
      <Textarea
        label="What is new, for the second person"
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <ul className={classes.checks} aria-label="Before it can be published">
        {checks.map((each) => (
          <CheckLine
            key={each.what}
            check={each}
            onShow={() => {
              openPanel('problems');
              onClose();
            }}
          />
        ))}
      </ul>
      <ProblemNote error={ask.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!ready} loading={ask.isPending} onClick={() => ask.mutate()}>
          Ask a second person
        </Button>
      </Group>
    </Modal>
  );
}

function CheckLine({ check, onShow }: { check: Check; onShow: () => void }) {
  const Icon = check.holds ? IconCircleCheck : IconAlertTriangle;
  return (
    <li className={classes.check} data-holds={check.holds}>
      <Icon size={18} stroke={1.8} aria-label={check.holds ? 'Holds' : 'Stops the publication'} />
      <span>
        {check.what}
        {check.why && <span className={classes.why}>{check.why}</span>}
      </span>
      {check.findings > 0 && (
        <Button size="compact-xs" variant="default" onClick={onShow}>
          Show {plural(check.findings, 'problem')}
        </Button>
      )}
    </li>
  );
}
