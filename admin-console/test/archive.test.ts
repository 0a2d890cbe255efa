import type { DocumentDetail, Standing } from '@openteller/web-kit';
import { describe, expect, it } from 'vitest';
import { restoredWords, whatArchivingDoes } from '../src/features/document/shelf.tsx';

const holding = (effective: number | undefined, ...standings: Standing[]) =>
  ({
    ...(effective ? { effective: { version: effective, from: '2026-01-01T00:00:00Z' } } : {}),
    versions: standings.map((standing, index) => ({ version: standings.length - index, standing })),
  }) as DocumentDetail;

describe('archiving says beforehand', () => {
  it('which version leaves the answers', () => {
    expect(whatArchivingDoes(holding(2, 'EFFECTIVE', 'SUPERSEDED'))).toContain('Version 2 is revoked');
    expect(whatArchivingDoes(holding(undefined, 'DRAFT'))).toContain('customers notice nothing');
  });

  it('what becomes of versions on their way', () => {
    const text = whatArchivingDoes(holding(1, 'IN_REVIEW', 'SCHEDULED', 'EFFECTIVE'));
    expect(text).toContain('becomes a draft again');
    expect(text).toContain('does not begin');
    expect(whatArchivingDoes(holding(1, 'EFFECTIVE'))).not.toContain('draft again');
  });
});

describe('restoring', () => {
  it('never says that the text is in force again', () => {
    expect(restoredWords(holding(undefined, 'IN_REVIEW', 'REVOKED'))).toBe(
      'Restored: version 2 waits for review',
    );
    expect(restoredWords(holding(undefined, 'DRAFT'))).toContain('in the library again');
  });
});
