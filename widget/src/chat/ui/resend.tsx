import { useEffect, useState } from 'preact/hooks';
import type { OtpCard } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';

const RESEND_AFTER_SECONDS = 30;

/** Another code, but not before the first one has had time to arrive. */
export function Resend({
  card,
  resentAt,
  expired,
}: {
  card: OtpCard;
  resentAt: number | undefined;
  expired: boolean;
}) {
  const { chat, words } = useSurroundings();
  const [since, setSince] = useState(Date.now());
  const [now, setNow] = useState(Date.now());
  const left = expired ? 0 : Math.ceil(RESEND_AFTER_SECONDS - (now - Math.max(since, resentAt ?? 0)) / 1000);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 1000);
    return () => clearTimeout(timer);
  });
  return (
    <button
      class="quiet"
      type="button"
      disabled={left > 0}
      onClick={() => {
        setSince(Date.now());
        setNow(Date.now());
        void chat.resendCode(card.challengeId);
      }}
    >
      {left > 0 ? words.otp.resendIn(left) : words.otp.resend}
    </button>
  );
}
