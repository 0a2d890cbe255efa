import type { Permission, Wording } from '@openteller/web-kit';
import type { WordingStep } from './api.ts';

export interface WordingOffer {
  step: WordingStep | 'edit' | 'remove';
  label: string;
  needs: Permission;
  blocked?: string;
}

/** What may happen to a wording next; nobody approves their own. */
export function wordingOffers(
  wording: Wording,
  person: { id: string; name: string; email: string },
): WordingOffer[] {
  const own = [person.id, person.name, person.email].includes(wording.by);
  switch (wording.standing) {
    case 'DRAFT':
    case 'REJECTED':
      return [
        { step: 'submit', label: 'Submit for review', needs: 'KNOWLEDGE_WRITE' },
        { step: 'edit', label: 'Edit', needs: 'KNOWLEDGE_WRITE' },
        { step: 'remove', label: 'Delete', needs: 'KNOWLEDGE_WRITE' },
      ];
    case 'IN_REVIEW':
      return [
        {
          step: 'approve',
          label: 'Approve',
          needs: 'KNOWLEDGE_APPROVE',
          ...(own ? { blocked: 'These are your own words: somebody else has to approve them' } : {}),
        },
        {
          step: 'reject',
          label: 'Send back',
          needs: 'KNOWLEDGE_APPROVE',
          ...(own ? { blocked: 'These are your own words: somebody else decides' } : {}),
        },
      ];
    case 'EFFECTIVE':
    case 'SCHEDULED':
      return [
        { step: 'edit', label: 'Edit', needs: 'KNOWLEDGE_WRITE' },
        { step: 'remove', label: 'Delete', needs: 'KNOWLEDGE_WRITE' },
      ];
    default:
      return [{ step: 'edit', label: 'Edit', needs: 'KNOWLEDGE_WRITE' }];
  }
}
