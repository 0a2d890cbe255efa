import { describe, expect, it } from 'vitest';
import type { Bounds } from '../src/features/operations/api/types.ts';
import {
  boundsOf,
  complete,
  faultOf,
  formOf,
  isNone,
  newLine,
} from '../src/features/operations/bounds/model.ts';
import { boundsWords } from '../src/features/operations/words.ts';

const BOUNDS: Bounds = {
  off: false,
  approval: true,
  aboveMinor: { INR: 250_050, GBP: 2_500 },
  limits: [
    { scope: 'CUSTOMER', days: 1, count: 2 },
    { scope: 'TENANT', days: 30, minor: { INR: 5_000_000 } },
  ],
};

describe('the bounds of an operation', () => {
  it('come out of the form as they went in, also a line for another currency', () => {
    expect(boundsOf(formOf(BOUNDS, 'INR', 100), BOUNDS, 'INR', 100)).toEqual(BOUNDS);
  });

  it('are amounts of whole units in the form, and of the smallest ones on the wire', () => {
    const form = formOf(BOUNDS, 'INR', 100);
    expect(form.above).toBe(2500.5);
    expect(boundsOf({ ...form, above: 19.99 }, BOUNDS, 'INR', 100).aboveMinor).toEqual({
      GBP: 2_500,
      INR: 1_999,
    });
    expect(boundsOf({ ...form, above: '' }, BOUNDS, 'INR', 100).aboveMinor).toEqual({ GBP: 2_500 });
  });

  it('may be left out of an answer', () => {
    expect(isNone(complete(undefined))).toBe(true);
    expect(complete({ limits: [{ scope: 'CUSTOMER', minor: { INR: 1 } } as never] }).limits[0]?.days).toBe(0);
  });

  it('are told line by line', () => {
    const money = (minor: number, currency: string) => `${currency} ${minor / 100}`;
    expect(boundsWords(BOUNDS, money)).toEqual([
      'a colleague agrees to every call',
      'a colleague above INR 2500.5',
      'a colleague above GBP 25',
      'at most 2 times a day for a customer',
      'at most INR 50000 in 30 days for the whole bank',
    ]);
  });
});

describe('a limit', () => {
  it('says how much', () => expect(faultOf(newLine('AMOUNT'))).toBe('Say how much, from 0 up'));
  it('of times is a whole number', () =>
    expect(faultOf({ ...newLine('COUNT'), value: 1.5 })).toBe('A whole number'));
  it('of times needs a time', () =>
    expect(faultOf({ ...newLine('COUNT'), value: 1, days: 0 })).toBe('How often needs a time'));
  it('of none at all is one', () => expect(faultOf({ ...newLine('COUNT'), value: 0 })).toBeUndefined());
});
