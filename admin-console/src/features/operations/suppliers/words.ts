import { humanise, plural } from '../../../shared/words.ts';
import type { Operation, SupplierChange, Supply } from '../api/types.ts';

/** Whether nobody is asked although the bank has somebody, or chose somebody. */
export const isOpen = (supply: Supply | undefined): boolean =>
  supply?.state === 'UNCHOSEN' || supply?.state === 'GONE';

export const domainOf = (name: string): string => name.split('.')[0] ?? name;

/** `cards.block/v1` stays as it is; `cards` is `all of Cards`. */
export const scopeWords = (scope: string): string =>
  scope.includes('.') ? scope : `all of ${humanise(scope)}`;

/** Who is asked, and why that one. */
export function supplyWords({ suppliedBy, supply }: Operation): string {
  switch (supply?.state) {
    case 'UNCHOSEN':
      return 'Several of this bank’s plugins could do this, and nobody said which. Until then every call is refused.';
    case 'GONE':
      return `The bank chose ${supply.chosen} for ${scopeWords(supply.chosenFor ?? '')}, which does not supply this. Every call is refused; no other plugin stands in.`;
    case 'BY_ONE':
      if (supply.chosenFor) return `Chosen for ${scopeWords(supply.chosenFor)}.`;
      return (supply.could ?? []).length > 1
        ? 'Several could; it only reads, so the first by name is asked until the bank chooses.'
        : 'The only plugin of this bank that does it.';
    default:
      return suppliedBy ? '' : 'None of this bank’s plugins does it.';
  }
}

/** What it lacks when its things are told of by another plugin. */
export const cutOffWords = ({ suppliedBy, supply }: Operation): string | undefined => {
  const kinds = supply?.cutOff ?? [];
  return kinds.length === 0
    ? undefined
    : `It needs ${kinds.map((kind) => `a ${humanise(kind).toLowerCase()}`).join(' and ')}, and nothing that ${suppliedBy} supplies tells of one. What one plugin names is never sent to another, so every call is refused. Choose the same plugin for what lists them.`;
};

export interface Candidate {
  id: string;
  words: string;
}

/** Whoever does at least one operation of the scope, and how many of them. */
export function candidatesFor(scope: string, operations: readonly Operation[]): Candidate[] {
  const within = operations.filter(({ name }) => name === scope || domainOf(name) === scope);
  const ids = [...new Set(within.flatMap(({ supply }) => supply?.could ?? []))].sort();
  return ids.map((id) => {
    const does = within.filter(({ supply }) => supply?.could?.includes(id)).length;
    return {
      id,
      words: within.length === 1 ? '' : `does ${does} of ${plural(within.length, 'operation')}`,
    };
  });
}

/** `core-a instead of core-b`. */
export function changeWords({ supplier, before }: SupplierChange): string {
  const now = supplier ?? 'nobody in particular';
  return before ? `${now} instead of ${before}` : now;
}
