/** Whole minutes, hours and days; anything finer is left to the text field. */
export const UNITS = { M: 'minutes', H: 'hours', D: 'days' } as const;
export type Unit = keyof typeof UNITS;

export function partsOf(iso: string | undefined): { amount: number; unit: Unit } | undefined {
  const match = /^P(?:(\d+)D|T(\d+)([HM]))$/.exec(iso ?? '');
  if (!match) return undefined;
  return match[1]
    ? { amount: Number(match[1]), unit: 'D' }
    : { amount: Number(match[2]), unit: match[3] as Unit };
}

export const isoOf = (amount: number, unit: Unit): string =>
  unit === 'D' ? `P${amount}D` : `PT${amount}${unit}`;

/** `PT10M` becomes `10 minutes`. */
export function inWords(iso: string | undefined): string {
  const parts = partsOf(iso);
  if (!parts) return iso ?? '';
  const unit = UNITS[parts.unit];
  return `${parts.amount} ${parts.amount === 1 ? unit.slice(0, -1) : unit}`;
}
