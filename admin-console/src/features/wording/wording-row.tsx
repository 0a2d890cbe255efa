import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { toast, toastProblem, type Wording } from '@openteller/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../shared/chips.tsx';
import { useMe } from '../../shared/me.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { StandingChip } from '../../shared/standing.tsx';
import { humanise, languageName } from '../../shared/words.ts';
import { removeWording, stepWording, type WordingStep } from './api.ts';
import { type WordingOffer, wordingOffers } from './offers.ts';
import classes from './wording.module.css';

const STEPS: Record<WordingStep, { title: string; what: string; done: string }> = {
  approve: {
    title: 'Approve this wording?',
    what: 'It is said to customers from now on. Your name stays with it.',
    done: 'Approved: it is said from now on',
  },
  reject: {
    title: 'Turn this wording down?',
    what: 'It is not said. Its author can change it, and it comes back for review.',
    done: 'Turned down',
  },
};
const STANDING = {
  IN_REVIEW: 'IN_REVIEW',
  APPROVED: 'EFFECTIVE',
  REJECTED: 'REJECTED',
} as const;

export function WordingRow({ wording, onEdit }: { wording: Wording; onEdit: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const settled = () => void queries.invalidateQueries({ queryKey: ['wording'] });
  const step = useMutation({
    mutationFn: (name: WordingStep) => stepWording(wording.id, name),
    onSuccess: (_, name) => toast(STEPS[name].done),
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
    if (offer.step === 'remove') {
      return modals.openConfirmModal({
        title: 'Delete this wording?',
        children: <Text size="sm">Questions like these are answered from the documents again.</Text>,
        labels: { confirm: 'Delete', cancel: 'Keep' },
        confirmProps: { color: 'red.9' },
        onConfirm: () => remove.mutate(),
      });
    }
    const name = offer.step;
    modals.openConfirmModal({
      title: STEPS[name].title,
      children: (
        <Text size="sm" dir="auto">
          “{wording.text}” {STEPS[name].what}
        </Text>
      ),
      labels: { confirm: offer.label, cancel: 'Not now' },
      onConfirm: () => step.mutate(name),
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
          <StandingChip standing={STANDING[wording.standing]} />
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
            variant={offer.step === 'approve' ? 'filled' : 'default'}
            loading={step.isPending && step.variables === offer.step}
            onClick={() => run(offer)}
          >
            {offer.label}
          </PermitButton>
        ))}
      </div>
    </li>
  );
}
