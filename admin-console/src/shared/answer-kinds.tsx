import type { AnswerKind } from '@openteller/web-kit';
import { Chip } from './chips.tsx';
import { humanise } from './words.ts';

export const ANSWER_KINDS: Record<AnswerKind, { label: string; colour: string; meaning: string }> = {
  ANSWERED: { label: 'Answered', colour: 'teal', meaning: 'Said to the customer, with its sources' },
  CLARIFY: {
    label: 'Asks back',
    colour: 'violet',
    meaning: 'The question has two readings that are equally likely',
  },
  NOT_KNOWN: {
    label: 'Not known',
    colour: 'gray',
    meaning: 'Nothing in force answers it; a person is offered',
  },
  CONFLICT: { label: 'Documents disagree', colour: 'orange', meaning: 'Goes to a person, who is told so' },
  HELD: { label: 'Held back', colour: 'red', meaning: 'A claim had no evidence; it is a draft for a person' },
};

export function AnswerKindChip({ kind }: { kind: AnswerKind }) {
  const known = ANSWER_KINDS[kind] ?? { label: humanise(kind), colour: 'gray', meaning: '' };
  return (
    <Chip color={known.colour} title={known.meaning}>
      {known.label}
    </Chip>
  );
}
