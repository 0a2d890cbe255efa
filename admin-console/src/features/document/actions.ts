import type { DocumentVersion, Permission } from '@openteller/web-kit';

export type Action =
  | 'edit'
  | 'new-version'
  | 'submit'
  | 'withdraw'
  | 'approve'
  | 'reject'
  | 'revoke'
  | 'roll-back';

export interface Offer {
  action: Action;
  needs: Permission;
  /** Why it cannot be done although the role may. */
  blocked?: string;
}

interface Person {
  id: string;
  name: string;
  email: string;
}

const is = (person: Person, name: string | undefined) =>
  name !== undefined && [person.id, person.name, person.email].includes(name);

/** Whoever wrote or submitted a version is its author: neither may approve it. */
export const isAuthor = (version: DocumentVersion, person: Person): boolean =>
  version.mine ?? (is(person, version.by) || is(person, version.submittedBy));

export const approvalsMissing = (version: DocumentVersion): number =>
  Math.max(0, (version.approvalsNeeded ?? 1) - version.approvals.length);

/**
 * What may happen to a version next, in the order of the buttons; the first is the one to do.
 *
 * @param pending the newest version, when it is still on its way to approval: a document has one such version at a time
 */
export function offersFor(version: DocumentVersion, person: Person, pending?: number): Offer[] {
  const own = isAuthor(version, person);
  const write = 'KNOWLEDGE_WRITE' as const;
  const decide = 'KNOWLEDGE_APPROVE' as const;
  switch (version.standing) {
    case 'DRAFT':
    case 'REJECTED':
      return [
        { action: 'submit', needs: write },
        { action: 'edit', needs: write },
      ];
    case 'IN_REVIEW': {
      const approved = version.approvals.some(({ by }) => is(person, by));
      const blocked = own
        ? 'This is your own version: somebody else has to approve it'
        : approved
          ? 'You have approved it; it needs another person as well'
          : undefined;
      return [
        { action: 'approve', needs: decide, ...(blocked ? { blocked } : {}) },
        {
          action: 'reject',
          needs: decide,
          ...(own ? { blocked: 'This is your own version: withdraw it instead' } : {}),
        },
        { action: 'withdraw', needs: write },
      ];
    }
    case 'SCHEDULED':
    case 'EFFECTIVE':
      return [
        {
          action: 'new-version',
          needs: write,
          ...(pending ? { blocked: `Version ${pending} is on its way already: go on with that one` } : {}),
        },
        { action: 'revoke', needs: decide },
      ];
    case 'SUPERSEDED':
    case 'EXPIRED':
    case 'REVOKED':
      return [
        {
          action: 'roll-back',
          needs: write,
          ...(pending ? { blocked: `Version ${pending} is on its way already` } : {}),
        },
      ];
    default:
      return [];
  }
}

/** A version that is compared is compared with what it would replace: the one in force, else the one before. */
export function comparedWith(
  version: number,
  effective: number | undefined,
  versions: readonly DocumentVersion[],
): number | undefined {
  if (effective !== undefined && effective !== version) return effective;
  return versions.find((each) => each.version < version)?.version;
}

/** The newest version while it is being written or reviewed. */
export function pendingOf(versions: readonly DocumentVersion[]): number | undefined {
  const newest = versions[0];
  return newest && ['DRAFT', 'IN_REVIEW', 'REJECTED'].includes(newest.standing) ? newest.version : undefined;
}
