import type { DiffRow, DocumentVersion, Standing } from '@openteller/web-kit';
import { describe, expect, it } from 'vitest';
import { comparedWith, offersFor, pendingOf } from '../src/features/document/actions.ts';
import { changesIn, stretches } from '../src/features/document/diff-rows.ts';
import { periodProblem } from '../src/features/document/period.ts';
import { reviewOf } from '../src/features/library/review.ts';
import { pieces } from '../src/shared/spans.ts';

const zoya = { id: 's-6', name: 'Zoya Merchant', email: 'zoya@meridian.example' };
const grace = { id: 's-4', name: 'Grace Pinto', email: 'grace@meridian.example' };

const version = (standing: Standing, more: Partial<DocumentVersion> = {}): DocumentVersion => ({
  version: 4,
  standing,
  title: 'Card fees',
  passages: 9,
  by: zoya.name,
  at: '2026-11-20T08:00:00Z',
  approvals: [],
  approvalsNeeded: 1,
  ...more,
});
const names = (standing: Standing, person = grace) =>
  offersFor(version(standing), person).map((offer) => offer.action);

describe('what may happen to a version', () => {
  it('is submitting and writing on while it is a draft or was sent back', () => {
    expect(names('DRAFT')).toEqual(['submit', 'edit']);
    expect(names('REJECTED')).toEqual(['submit', 'edit']);
  });

  it('is revoking while answers are or will be made from it, and bringing back afterwards', () => {
    expect(names('EFFECTIVE')).toEqual(['new-version', 'revoke']);
    expect(names('SCHEDULED')).toEqual(['new-version', 'revoke']);
    expect(names('SUPERSEDED')).toEqual(['roll-back']);
    expect(names('REVOKED')).toEqual(['roll-back']);
  });

  it('is a decision of somebody else while it is in review', () => {
    const [approve, reject] = offersFor(version('IN_REVIEW'), grace);
    expect(approve).toEqual({ action: 'approve', needs: 'KNOWLEDGE_APPROVE' });
    expect(reject?.blocked).toBeUndefined();
  });

  it('is never an approval by its author, nor by whoever submitted it', () => {
    const own = offersFor(version('IN_REVIEW'), zoya);
    expect(own.find(({ action }) => action === 'approve')?.blocked).toContain('your own version');
    expect(own.find(({ action }) => action === 'withdraw')?.blocked).toBeUndefined();
    const submitted = version('IN_REVIEW', { by: 'Importer', submittedBy: grace.name });
    expect(offersFor(submitted, grace)[0]?.blocked).toContain('your own version');
  });

  it('is what the platform says where it says whose a version is', () => {
    expect(offersFor(version('IN_REVIEW', { mine: true }), grace)[0]?.blocked).toBeDefined();
    expect(offersFor(version('IN_REVIEW', { mine: false }), zoya)[0]?.blocked).toBeUndefined();
  });

  it('is no further version while one is on its way', () => {
    const pending = pendingOf([version('REJECTED', { version: 5 }), version('EFFECTIVE')]);
    expect(pending).toBe(5);
    expect(offersFor(version('EFFECTIVE'), grace, pending)[0]?.blocked).toContain('Version 5');
    expect(pendingOf([version('EFFECTIVE')])).toBeUndefined();
  });

  it('is no second approval by the same person', () => {
    const half = version('IN_REVIEW', {
      approvalsNeeded: 2,
      approvals: [{ by: grace.name, at: '2026-11-20T09:00:00Z' }],
    });
    expect(offersFor(half, grace)[0]?.blocked).toContain('another person');
  });
});

describe('a version is compared', () => {
  const all = [version('DRAFT', { version: 4 }), version('EFFECTIVE', { version: 2 })];

  it('with the one in force', () => expect(comparedWith(4, 2, all)).toBe(2));
  it('with the one before when it is in force itself', () => expect(comparedWith(4, 4, all)).toBe(2));
  it('with nothing when it is the first', () => expect(comparedWith(2, undefined, all)).toBeUndefined());
});

describe('the rows of a comparison', () => {
  const same = (n: number): DiffRow[] =>
    Array.from({ length: n }, (_, i) => ({ kind: 'SAME', left: `line ${i}`, right: `line ${i}` }));
  const changed: DiffRow = { kind: 'CHANGED', left: 'costs ₹200', right: 'costs ₹250' };

  it('fold what is far from a change and lose none', () => {
    const rows = [...same(10), changed, ...same(10)];
    const parts = stretches(rows);
    expect(parts.map((part) => [part.kind, part.rows.length])).toEqual([
      ['folded', 8],
      ['shown', 5],
      ['folded', 8],
    ]);
    expect(parts.flatMap((part) => part.rows)).toEqual(rows);
  });

  it('fold no stretch that is hardly longer than its button', () => {
    expect(stretches([changed, ...same(6), changed]).every((part) => part.kind === 'shown')).toBe(true);
  });

  it('are counted by kind', () => {
    expect(changesIn([changed, { kind: 'ADDED', right: 'x' }, ...same(2)])).toEqual({
      added: 1,
      removed: 0,
      changed: 1,
    });
  });
});

describe('a text with marks', () => {
  const text = 'A card costs ₹250 plus tax.';

  it('stays the same text', () => {
    const found = pieces(text, [
      { start: 13, end: 17, mark: 'amount' },
      { start: 15, end: 40, mark: 'overlapping and too long' },
      { start: 9, end: 9, mark: 'empty' },
    ]);
    expect(found.map((piece) => piece.text).join('')).toBe(text);
    expect(found.filter((piece) => piece.mark).map((piece) => piece.text)).toEqual(['₹250', ' plus tax.']);
  });
});

describe('the period of an approval', () => {
  const now = Date.parse('2026-11-21T12:00');

  it('may be open', () => expect(periodProblem('', '', now)).toBeUndefined());
  it('ends after it began', () =>
    expect(periodProblem('2026-12-02T00:00', '2026-12-01T00:00', now)).toBe('It ends before it begins'));
  it('does not end in the past', () =>
    expect(periodProblem('', '2026-11-21T11:00', now)).toBe('This moment has passed'));
});

describe('a review date', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');

  it('is not overdue on its own day', () => expect(reviewOf('2026-11-21', now)).toBe('SOON'));
  it('is overdue the day after', () => expect(reviewOf('2026-11-20', now)).toBe('OVERDUE'));
  it('is far when more than a month is left', () => expect(reviewOf('2027-03-01', now)).toBe('LATER'));
  it('may be missing', () => expect(reviewOf(undefined, now)).toBeUndefined());
});
