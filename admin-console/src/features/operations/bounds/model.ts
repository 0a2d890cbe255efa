import type { Bounds, Limit, Operation, Scope } from '../api/types.ts';

/** What is not set may be left out of an answer. */
export const complete = (raw: Partial<Bounds> | undefined): Bounds => ({
  off: raw?.off === true,
  approval: raw?.approval === true,
  limits: (raw?.limits ?? []).map((limit) => ({ ...limit, days: limit.days ?? 0 })),
  aboveMinor: raw?.aboveMinor ?? {},
});

export const isNone = ({ off, approval, limits, aboveMinor }: Bounds): boolean =>
  !off && !approval && limits.length === 0 && Object.keys(aboveMinor).length === 0;

/** One line of the form. Amounts are in whole units of the bank's currency, as people write them. */
export interface LimitLine {
  key: string;
  scope: Scope;
  days: number;
  kind: 'COUNT' | 'AMOUNT';
  value: number | '';
}
export interface BoundsForm {
  off: boolean;
  approval: boolean;
  above: number | '';
  lines: LimitLine[];
}

let keys = 0;
export const newLine = (kind: LimitLine['kind']): LimitLine => ({
  key: `line-${++keys}`,
  scope: 'CUSTOMER',
  days: 1,
  kind,
  value: '',
});

/** @param units minor units in one of the currency */
export function formOf(bounds: Bounds, currency: string, units: number): BoundsForm {
  const above = bounds.aboveMinor[currency];
  return {
    off: bounds.off,
    approval: bounds.approval,
    above: above === undefined ? '' : above / units,
    lines: bounds.limits.map(({ scope, days, count, minor }) => ({
      ...newLine('COUNT'),
      scope,
      days,
      ...(count === undefined || count === null
        ? { kind: 'AMOUNT', value: (minor?.[currency] ?? 0) / units }
        : { kind: 'COUNT', value: count }),
    })),
  };
}

/** Lines for other currencies than the bank's own stay as they were. */
export function boundsOf(form: BoundsForm, before: Bounds, currency: string, units: number): Bounds {
  const { [currency]: _, ...others } = before.aboveMinor;
  return {
    off: form.off,
    approval: form.approval,
    aboveMinor: form.above === '' ? others : { ...others, [currency]: Math.round(form.above * units) },
    limits: form.lines.map(
      ({ scope, days, kind, value }): Limit =>
        kind === 'COUNT'
          ? { scope, days, count: Number(value) }
          : { scope, days, minor: { [currency]: Math.round(Number(value) * units) } },
    ),
  };
}

/** What is wrong with a line, in words; undefined if nothing is. */
export function faultOf({ kind, days, value }: LimitLine): string | undefined {
  if (value === '' || value < 0) return 'Say how much, from 0 up';
  if (kind === 'COUNT' && !Number.isInteger(value)) return 'A whole number';
  if (kind === 'COUNT' && days === 0) return 'How often needs a time';
  return undefined;
}

/** Whether an operation has an amount that limits and lines can be about. */
export const hasAmount = (operation: Operation): boolean =>
  Object.values(operation.input.properties ?? {}).some((property) => property['x-limited'] !== undefined);
