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
  const edit: WordingOffer[] = [
    { step: 'edit', label: 'Edit', needs: 'KNOWLEDGE_WRITE' },
    { step: 'remove', label: 'Delete', needs: 'KNOWLEDGE_WRITE' },
  ];
  if (wording.standing !== 'IN_REVIEW') return edit;
  const blocked = own ? { blocked: 'These are your own words: somebody else has to decide' } : {};
  return [
    { step: 'approve', label: 'Approve', needs: 'KNOWLEDGE_APPROVE', ...blocked },
    { step: 'reject', label: 'Turn down', needs: 'KNOWLEDGE_APPROVE', ...blocked },
    ...edit,
  ];
}
