import { formatMoney } from '@openteller/web-kit';
import { useCallback } from 'react';
import { useMe } from '../../shared/me.tsx';

/** Writes amounts as the bank does, also those of other currencies in the catalogue. */
export function useMoneyWords(): (minor: number, currency: string) => string {
  const { locale } = useMe().bank;
  return useCallback((amountMinor, currency) => formatMoney({ amountMinor, currency }, locale), [locale]);
}
