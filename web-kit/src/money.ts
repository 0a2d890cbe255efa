import type { Money } from './api/types.ts';

const formats = new Map<string, Intl.NumberFormat>();

function format(currency: string, locale: string, signed: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${signed}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      signDisplay: signed ? 'exceptZero' : 'auto',
    });
    formats.set(key, found);
  }
  return found;
}

/** Minor units to the customer's notation: 12345600 INR in en-IN is ₹1,23,456.00. Exact to 15 digits. */
export function formatMoney(money: Money, locale: string, options: { signed?: boolean } = {}): string {
  const formatter = format(money.currency, locale, options.signed ?? false);
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2;
  return formatter.format(money.amountMinor / 10 ** digits);
}

/** Sums amounts per currency; amounts of different currencies are never added to each other. */
export function totals(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amountMinor, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  return [...sums].map(([currency, amountMinor]) => ({ amountMinor, currency }));
}
