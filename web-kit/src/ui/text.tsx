import { Kbd } from '@mantine/core';
import type { Money } from '../api/types.ts';
import { type Keys, keyCaps } from '../keys/chord.ts';
import { formatMoney } from '../money.ts';
import { exactTime, relativeTime } from '../time.ts';
import { useNow } from './use-now.ts';

/** An amount in the bank's notation; digits line up in columns. `signed` colours what comes in. */
export function MoneyText({ money, locale, signed }: { money: Money; locale: string; signed?: boolean }) {
  const incoming = signed === true && money.amountMinor > 0;
  return (
    <span className="ot-money" data-incoming={incoming || undefined}>
      {formatMoney(money, locale, signed ? { signed } : {})}
    </span>
  );
}

/** "4 min ago", kept current; the exact time is in the title. */
export function Ago({ at, locale }: { at: string; locale?: string }) {
  const now = useNow(15_000);
  return (
    <time dateTime={at} title={exactTime(at, locale)}>
      {relativeTime(at, now, locale)}
    </time>
  );
}

/** Key caps of a binding. Decoration: what the keys do is said by the thing they sit on. */
export function KeyHint({ keys, size = 'xs' }: { keys: Keys; size?: 'xs' | 'sm' }) {
  return (
    <span className="ot-keys" aria-hidden>
      {keyCaps(keys).map((chord, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of key caps never changes
        <span key={index} className="ot-keys-chord">
          {index > 0 && <span className="ot-keys-then">then</span>}
          {chord.map((cap) => (
            <Kbd key={cap} size={size}>
              {cap}
            </Kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
