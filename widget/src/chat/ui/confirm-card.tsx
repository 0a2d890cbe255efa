import type { ConfirmCard as Card, ConfirmStep } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { CheckIcon, ShieldIcon } from './icons.tsx';

interface Props {
  card: Card;
  step: ConfirmStep | undefined;
  /** The conversation still runs, so the platform would take an answer. */
  live: boolean;
}

export function ConfirmCard({ card, step, live }: Props) {
  const { chat, words } = useSurroundings();
  const settled = settledAs(card, step, live);
  const busy = step === 'working';
  return (
    <section class="card" aria-label={card.title}>
      <h3>
        <ShieldIcon /> <bdi>{card.title}</bdi>
      </h3>
      <dl>
        {card.lines.map((line) => (
          <div key={line.label}>
            <dt>
              <bdi>{line.label}</bdi>
            </dt>
            <dd>
              <bdi>{line.value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {settled ? (
        <p class={`outcome ${settled === 'done' ? 'good' : ''}`}>
          {settled === 'done' && <CheckIcon />} {words.confirm[settled]}
        </p>
      ) : (
        <>
          {step === 'failed' && (
            <p class="trouble" role="alert">
              {words.confirm.failed}
            </p>
          )}
          <button
            class="primary"
            type="button"
            aria-disabled={busy}
            onClick={() => busy || void chat.confirm(card.actionId, true)}
          >
            {busy ? words.confirm.working : card.confirmLabel}
          </button>
          <button
            class="quiet"
            type="button"
            aria-disabled={busy}
            onClick={() => busy || void chat.confirm(card.actionId, false)}
          >
            {words.confirm.decline}
          </button>
        </>
      )}
    </section>
  );
}

function settledAs(
  card: Card,
  step: ConfirmStep | undefined,
  live: boolean,
): 'done' | 'declined' | 'expired' | undefined {
  if (step === 'done' || step === 'declined' || step === 'expired') return step;
  if (card.state === 'DONE') return 'done';
  if (card.state === 'DECLINED') return 'declined';
  return live ? undefined : 'expired';
}
