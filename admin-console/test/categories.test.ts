import { describe, expect, it } from 'vitest';
import { changedRules, nameProblem } from '../src/features/library/categories/api.ts';

const stored = [
  { name: 'Cards', approvals: 1, reviewMonths: 12 },
  { name: 'Loans', approvals: 2, reviewMonths: 6 },
];

describe('the rules of categories', () => {
  it('are sent only where they changed', () => {
    const wanted = [
      { name: 'Cards', approvals: 2, reviewMonths: 12 },
      stored[1],
      { name: 'Tax', approvals: 1, reviewMonths: 12 },
    ];
    expect(changedRules(stored, wanted as typeof stored).map(({ name }) => name)).toEqual(['Cards', 'Tax']);
    expect(changedRules(stored, stored)).toEqual([]);
  });

  it('have one name each, whatever its capitals', () => {
    expect(nameProblem('cards ', stored)).toContain('of that name');
    expect(nameProblem('  ', stored)).toContain('needs a name');
    expect(nameProblem('Deposits', stored)).toBeUndefined();
  });
});
