import { describe, expect, it } from 'vitest';
import { auditSearch } from '../src/features/audit/search.ts';
import { conversationsSearch } from '../src/features/conversations/search.ts';
import { documentSearch } from '../src/features/document/search.ts';
import { librarySearch } from '../src/features/library/search.ts';
import { summaryOf } from '../src/features/releases/releases-page.tsx';
import { teamSearch } from '../src/features/team/search.ts';

describe('what may stand in an address', () => {
  it('keeps filters that exist and drops the others', () => {
    expect(conversationsSearch({ owner: 'QUEUE', route: 'EXPLODE', q: '' })).toEqual({ owner: 'QUEUE' });
    expect(librarySearch({ standing: 'IN_REVIEW', view: 'nothing', due: 'true' })).toEqual({
      standing: 'IN_REVIEW',
      due: true,
    });
    expect(documentSearch({ v: '4', with: 'x', tab: 'compare' })).toEqual({ v: 4, tab: 'compare' });
    expect(teamSearch({ view: 'roles', invite: 'yes' })).toEqual({ view: 'roles' });
  });

  it('takes a search for digits as text', () => {
    expect(conversationsSearch({ q: 5000 })).toEqual({ q: '5000' });
  });

  it('takes only whole numbers above zero as a place in the audit trail', () => {
    expect(auditSearch({ before: '120' })).toEqual({ before: 120 });
    expect(auditSearch({ before: '-3' })).toEqual({});
    expect(auditSearch({ before: 'x', action: 'role.changed' })).toEqual({ action: 'role.changed' });
  });
});

describe('the summary of a release', () => {
  it('reads a named thing as words and leaves sentences alone', () => {
    expect(summaryOf('document:card-fees')).toBe('Document “Card fees”');
    expect(summaryOf('Two documents changed')).toBe('Two documents changed');
  });
});
