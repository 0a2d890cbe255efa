import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { modals } from '@mantine/modals';
import { toast, toastProblem, type Wording } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Chip } from '../../shared/chips.tsx';
import { useMe } from '../../shared/me.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { StandingChip } from '../../shared/standing.tsx';
import { humanise, languageName } from '../../shared/words.ts';
import { removeWording, stepWording, type WordingStep } from './api.ts';
import { type WordingOffer, wordingOffers } from './offers.ts';
import classes from './wording.module.css';

const DONE: Record<WordingStep, string> = {
  submit: 'Submitted: somebody else can approve it now',
  approve: 'Approved: it is said from now on',
  reject: 'Sent back to its author',
  withdraw: 'Withdrawn',
  revoke: 'It is not said any more',
};

export function WordingRow({ wording, onEdit }: { wording: Wording; onEdit: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const settled = () => void queries.invalidateQueries({ queryKey: ['wording'] });
  const step = useMutation({
    mutationFn: ({ name, body }: { name: WordingStep; body: object }) => stepWording(wording.id, name, body),
    onSuccess: (_, { name }) => {
      toast(DONE[name]);
      setRejecting(false);
    },
    onError: (error) => toastProblem(error, 'Nothing was changed'),
    onSettled: settled,
  });
  const remove = useMutation({
    mutationFn: () => removeWording(wording.id),
    onSuccess: () => toast('Deleted'),
    onError: (error) => toastProblem(error, 'The wording stays'),
    onSettled: settled,
  });
  const run = (offer: WordingOffer) => {
    if (offer.step === 'edit') return onEdit();
    if (offer.step === 'reject') return setRejecting(true);
    if (offer.step === 'remove') {
      return modals.openConfirmModal({
        title: 'Delete this wording?',
        children: <Text size="sm">Questions like these are answered from the documents again.</Text>,
        labels: { confirm: 'Delete', cancel: 'Keep' },
        confirmProps: { color: 'red.9' },
        onConfirm: () => remove.mutate(),
      });
    }
    const { step: name } = offer;
    if (name !== 'approve') return step.mutate({ name, body: {} });
    modals.openConfirmModal({
      title: 'Approve this wording?',
      children: (
        <Text size="sm" dir="auto">
          “{wording.text}” It is said to customers from now on. Your name stays with it.
        </Text>
      ),
      labels: { confirm: 'Approve', cancel: 'Not now' },
      onConfirm: () => step.mutate({ name, body: {} }),
    });
  };
  const own = wording.standing === 'IN_REVIEW' && [me.id, me.name, me.email].includes(wording.by);
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <p className={classes.questions} dir="auto">
          {wording.questions.length > 0
            ? wording.questions.map((each) => `“${each}”`).join(' ')
            : humanise(wording.intent ?? '')}
        </p>
        <p className={classes.said} dir="auto">
          {wording.text}
        </p>
        <p className={classes.facts}>
          <StandingChip standing={wording.standing} />
          {wording.strict && (
            <Chip color="iris" title="Exactly this is said, and nothing else">
              Strict
            </Chip>
          )}
          <span>
            {languageName(wording.language)}
            {wording.intent && ` · ${humanise(wording.intent)}`} · by {wording.by}
            {wording.approvedBy && `, approved by ${wording.approvedBy}`}
            {wording.documentSlug && (
              <>
                {' · cites '}
                <Link to="/knowledge/$slug" params={{ slug: wording.documentSlug }}>
                  {humanise(wording.documentSlug)}
                </Link>
              </>
            )}
          </span>
        </p>
        {own && <p className={classes.own}>You wrote this, so somebody else has to approve it.</p>}
      </div>
      <div className={classes.buttons}>
        {wordingOffers(wording, me).map((offer) => (
          <PermitButton
            key={offer.step}
            needs={offer.needs}
            blocked={offer.blocked}
            size="xs"
            variant={offer.step === 'approve' || offer.step === 'submit' ? 'filled' : 'default'}
            loading={step.isPending && step.variables.name === offer.step}
            onClick={() => run(offer)}
          >
            {offer.label}
          </PermitButton>
        ))}
      </div>
      {rejecting && (
        <RejectDialog
          pending={step.isPending}
          onClose={() => setRejecting(false)}
          onReject={(reason) => step.mutate({ name: 'reject', body: { reason } })}
        />
      )}
    </li>
  );
}

function RejectDialog(props: { pending: boolean; onClose: () => void; onReject: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) props.onReject(reason.trim());
  };
  return (
    <Modal opened onClose={props.onClose} title="Send back" radius="lg">
      <form onSubmit={submit}>
        <Textarea
          label="What has to change?"
          required
          data-autofocus
          autosize
          minRows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="subtle" color="gray" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red.9" loading={props.pending}>
            Send back
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
