import { useEffect, useRef, useState } from 'preact/hooks';
import type { OtpCard as Card, OtpProgress } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { CheckIcon, LockIcon } from './icons.tsx';
import { Resend } from './resend.tsx';

const DIGITS = 6;

interface Props {
  card: Card;
  progress: OtpProgress | undefined;
  /** False for a card that a later one, a finished check or the end of the conversation has made history. */
  wanted: boolean;
}

export function OtpCard({ card, progress, wanted }: Props) {
  const { words } = useSurroundings();
  const step = progress?.step ?? 'open';
  const asks = card.questions[0];
  // The platform still knows when this page has forgotten.
  const good = step === 'verified' || card.state === 'DONE';
  if (good || !wanted) {
    return (
      <p class={`card settled ${good ? 'good' : ''}`}>
        {good ? <CheckIcon /> : <LockIcon />} {good ? words.otp.verified : words.otp.past}
      </p>
    );
  }
  return (
    <section class="card" aria-label={words.otp.title}>
      <h3>
        <LockIcon /> {words.otp.title}
      </h3>
      {!asks && <p>{words.otp.sentTo(progress?.maskedDestination || card.maskedDestination)}</p>}
      {step === 'too-many' ? (
        <p class="trouble" role="alert">
          {words.otp.tooMany}
        </p>
      ) : asks ? (
        <QuestionsForm card={card} progress={progress} />
      ) : (
        <CodeForm card={card} progress={progress} />
      )}
      <p class="fine">{words.otp.never}</p>
    </section>
  );
}

function QuestionsForm({ card, progress }: Omit<Props, 'wanted'>) {
  const { chat, words } = useSurroundings();
  const checking = progress?.step === 'checking';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const answers = card.questions.map(({ id }) => ({ id, choice: `${given.get(id)}` }));
        if (!checking) void chat.verify(card.challengeId, answers);
      }}
    >
      {card.questions.map(({ id, text, choices }) => (
        <label key={id}>
          <bdi>{text}</bdi>
          <select name={id} required>
            <option value="" />
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
      ))}
      <p class="trouble" role="alert">
        {troubleOf(progress, words)}
      </p>
      <button class="primary" type="submit" aria-disabled={checking}>
        {checking ? words.otp.checking : words.otp.verify}
      </button>
    </form>
  );
}

function CodeForm({ card, progress }: Omit<Props, 'wanted'>) {
  const { chat, words } = useSurroundings();
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const step = progress?.step ?? 'open';
  const id = `code-${card.challengeId}`;
  const checking = step === 'checking';
  const complete = code.length === DIGITS && !checking && step !== 'expired';

  useEffect(() => {
    if (step === 'wrong' || step === 'expired') setCode('');
    if (step === 'wrong') input.current?.focus();
  }, [step]);

  const submit = (digits: string) => {
    if (digits.length === DIGITS && !checking) void chat.verify(card.challengeId, digits);
  };
  const typed = (value: string) => {
    const digits = value.normalize('NFKC').replace(/\D/g, '').slice(0, DIGITS);
    setCode(digits);
    if (input.current) input.current.value = digits;
    if (digits.length === DIGITS && digits !== code) submit(digits);
  };
  const trouble = troubleOf(progress, words);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit(code);
      }}
    >
      <label class="unseen" for={id}>
        {words.otp.code}
      </label>
      <div class="code" dir="ltr" data-trouble={trouble ? '' : undefined}>
        {Array.from({ length: DIGITS }, (_, at) => (
          <span
            key={at}
            aria-hidden="true"
            data-next={at === Math.min(code.length, DIGITS - 1) ? '' : undefined}
          >
            {code[at] ?? ''}
          </span>
        ))}
        <input
          id={id}
          ref={input}
          value={code}
          inputMode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={DIGITS}
          aria-invalid={trouble ? 'true' : undefined}
          aria-describedby={`${id}-trouble`}
          readOnly={checking || step === 'expired'}
          onInput={(event) => typed(event.currentTarget.value)}
        />
      </div>
      <p class="trouble" id={`${id}-trouble`} role="alert">
        {trouble}
      </p>
      <button class="primary" type="submit" aria-disabled={!complete}>
        {checking ? words.otp.checking : words.otp.verify}
      </button>
      <Resend card={card} resentAt={progress?.resentAt} expired={step === 'expired'} />
    </form>
  );
}

function troubleOf(
  progress: OtpProgress | undefined,
  words: ReturnType<typeof useSurroundings>['words'],
): string {
  switch (progress?.step) {
    case 'wrong':
      return `${words.otp.wrong} ${words.otp.attemptsLeft(progress.attemptsLeft ?? 0)}`;
    case 'expired':
      return words.otp.expired;
    case 'failed':
      return words.otp.failed;
    default:
      return '';
  }
}
