import { describe, expect, it } from 'vitest';
import {
  humanise,
  languageName,
  millis,
  PERMISSIONS,
  percent,
  plural,
  reasonOf,
  routeOf,
} from '../src/shared/words.ts';
import { ROLES } from './fixture/world.mjs';

describe('words', () => {
  it.each([
    ['CARD_LOST', 'Card lost'],
    ['card-lost', 'Card lost'],
    ['AccountReader', 'Account reader'],
    ['upi_limit', 'UPI limit'],
    ['', ''],
  ])('turns the code %s into words', (code, words) => expect(humanise(code)).toBe(words));

  it('shows a dash for what is not known, and a zero for a real zero', () => {
    expect(percent(undefined)).toBe('—');
    expect(percent(0)).toBe('0 %');
    expect(millis(undefined)).toBe('—');
    expect(millis(0)).toBe('0 ms');
  });

  it('keeps minutes and seconds apart at their borders', () => {
    expect(millis(999)).toBe('999 ms');
    expect(millis(1000)).toBe('1.0 s');
    expect(millis(65_000)).toBe('1 m 05 s');
  });

  it('counts one thing in the singular', () => {
    expect(plural(1, 'passage')).toBe('1 passage');
    expect(plural(0, 'passage')).toBe('0 passages');
  });

  it('still says something about codes that are newer than this page', () => {
    expect(routeOf('PARKED').label).toBe('Parked');
    expect(reasonOf('LOST_LUGGAGE')).toBe('Lost luggage');
    expect(languageName('no language at all')).toBe('no language at all');
  });

  it('explains every permission that a role can hold', () => {
    const held = new Set(ROLES.flatMap((role: { permissions: string[] }) => role.permissions));
    expect([...held].sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });
});
