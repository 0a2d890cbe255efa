import { formatMoney } from '@openteller/web-kit';
import { useCallback } from 'react';
import { useMe } from '../../shared/me.tsx';

/** Writes minor units as the bank writes money; the router may count in a currency of its own. */
export function useMoney(currency?: string): (minor: number) => string {
  const { bank } = useMe();
  const { locale } = bank;
  const own = currency ?? bank.currency;
  return useCallback(
    (minor) => {
      // One call may cost less than the smallest coin.
      const tiny = minor > 0 && minor < 1;
      const text = formatMoney({ amountMinor: tiny ? 1 : minor, currency: own }, locale);
      return tiny ? `< ${text}` : text;
    },
    [locale, own],
  );
}

/** Minor units in one unit of a currency: 100 for most, 1 for yen. */
export function minorUnits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return 10 ** (maximumFractionDigits ?? 2);
}
