import { Alert, Button, Group, Modal, Text, Textarea, TextInput } from '@mantine/core';
import type { DocumentVersion } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { plural } from '../../shared/words.ts';
import { approvalsMissing } from './actions.ts';
import type { Step } from './api.ts';
import { instantOf, periodProblem } from './period.ts';

interface StepDialogProps {
  step: Step;
  version: DocumentVersion;
  title: string;
  pending: boolean;
  /** How many passages of other documents in force say something else. */
  contradictions: number;
  onConfirm: (body: object) => void;
  onClose: () => void;
}

const WORDS: Record<Step, { title: string; text: string; confirm: string; reason?: string; note?: string }> =
  {
    submit: {
      title: 'Submit for review',
      text: 'The text is frozen while it is reviewed. You can withdraw it to go on writing.',
      confirm: 'Submit',
      note: 'What changed, for whoever approves it',
    },
    approve: {
      title: 'Approve',
      text: 'Answers are made from this version as soon as it is in force. Your name stays with it.',
      confirm: 'Approve',
      note: 'Comment',
    },
    reject: {
      title: 'Send back',
      text: 'The author reads your reason, changes the text and submits it again.',
      confirm: 'Send back',
      reason: 'What has to change?',
    },
    withdraw: {
      title: 'Withdraw from review',
      text: 'It becomes a draft again. Approvals that were given so far are void.',
      confirm: 'Withdraw',
    },
    revoke: {
      title: 'Revoke',
      text: 'It is out of all answers within a minute, and no earlier version takes its place. Questions that only this document answers then go to a person.',
      confirm: 'Revoke now',
      reason: 'Why must nobody be told this any more?',
    },
    'roll-back': {
      title: 'Bring this version back',
      text: 'A copy of it becomes the newest version and waits for review. Until it is approved nothing changes for customers.',
      confirm: 'Copy and submit',
    },
  };
const ENOUGH_REASON = 5;

/** Each step that matters says what will happen, and asks for a reason where the record needs one. */
export function StepDialog(props: StepDialogProps) {
  const { step, version, title, pending, contradictions, onConfirm, onClose } = props;
  const words = WORDS[step];
  const [note, setNote] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = words.reason !== undefined && note.trim().length < ENOUGH_REASON;
  const badPeriod = step === 'approve' ? periodProblem(from, until, Date.now()) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (tooShort || badPeriod) return;
    const text = note.trim();
    const name = words.reason ? 'reason' : step === 'submit' ? 'changeNote' : 'comment';
    onConfirm({
      ...(text && (words.reason || words.note) ? { [name]: text } : {}),
      ...(step === 'approve' && from ? { effectiveFrom: instantOf(from) } : {}),
      ...(step === 'approve' && until ? { effectiveUntil: instantOf(until) } : {}),
    });
  };
  const more = approvalsMissing(version) - 1;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${words.title}: version ${version.version}`}
      radius="lg"
      size="md"
    >
      <form onSubmit={submit} noValidate>
        <Text size="sm" mb="md">
          <strong>{title}</strong>. {words.text}
          {step === 'approve' &&
            more > 0 &&
            ` After you, ${more} more ${more === 1 ? 'person has' : 'people have'} to approve.`}
        </Text>
        {step === 'approve' && contradictions > 0 && (
          <Alert color="red" mb="md" icon={<IconAlertTriangle size={18} />}>
            {plural(contradictions, 'passage')} of other documents in force{' '}
            {contradictions === 1 ? 'says' : 'say'} something else (see Checks). Questions about that will go
            to a person.
          </Alert>
        )}
        {step === 'approve' && (
          <Group grow mb="md" align="flex-start">
            <TextInput
              type="datetime-local"
              label="In force from"
              description="At once if empty"
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="datetime-local"
              label="Until"
              description="Open if empty"
              value={until}
              error={tried ? badPeriod : undefined}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </Group>
        )}
        {(words.reason || words.note) && (
          <Textarea
            label={words.reason ?? words.note}
            required={words.reason !== undefined}
            data-autofocus
            autosize
            minRows={3}
            maxLength={1000}
            value={note}
            error={tried && tooShort ? 'Write a reason: it stays in the record' : undefined}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={pending}
            {...(step === 'revoke' || step === 'reject' ? { color: 'red.9' } : {})}
          >
            {words.confirm}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
