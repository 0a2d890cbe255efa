import { describe, expect, it } from 'vitest';
import { claimKind, claimsInWords } from '../src/shared/claims.ts';

const yes = { kind: 'AMOUNT', supported: true };
const no = { kind: 'AMOUNT', supported: false };
const promise = { kind: 'PROMISE', supported: false };

describe('the claims of a reply', () => {
  it('are never said to be all in the evidence when one is not', () => {
    expect(claimsInWords([yes, yes])).toBe('2 claims, none without evidence');
    expect(claimsInWords([yes, no])).toBe('1 claim without evidence');
  });

  it('are told apart from what may not be said whatever the documents say', () => {
    expect(claimsInWords([promise])).toBe('1 thing that the assistant may not say');
    expect(claimsInWords([no, no, promise])).toBe(
      '2 claims without evidence and 1 thing that the assistant may not say',
    );
  });

  it('are not called found when nobody looked', () => {
    expect(claimsInWords([yes], false)).toBe('1 claim, not checked');
  });

  it('have a kind in words, also one that is new', () => {
    expect(claimKind('DIGITS')).toBe('Digits');
    expect(claimKind('OTHER_BANK')).toBe('Another bank');
    expect(claimKind('EXCHANGE_RATE')).toBe('Exchange rate');
  });
});
