import type { Standing } from '@openteller/web-kit';
import { Chip } from './chips.tsx';
import { humanise } from './words.ts';

/** The words and colours for the stations of a version's life; documents and approved wording share them. */
export const STANDINGS: Record<Standing, { label: string; colour: string; meaning: string }> = {
  DRAFT: { label: 'Draft', colour: 'gray', meaning: 'Being written; no answer is made from it' },
  IN_REVIEW: { label: 'In review', colour: 'yellow', meaning: 'Waits for somebody else to approve it' },
  REJECTED: {
    label: 'Sent back',
    colour: 'red',
    meaning: 'Not approved; can be changed and submitted again',
  },
  SCHEDULED: {
    label: 'Scheduled',
    colour: 'blue',
    meaning: 'Approved; answers use it from its first day on',
  },
  EFFECTIVE: { label: 'In force', colour: 'teal', meaning: 'Answers are made from it now' },
  EXPIRED: {
    label: 'Expired',
    colour: 'orange',
    meaning: 'Its last day has passed; no answer is made from it',
  },
  SUPERSEDED: { label: 'Superseded', colour: 'gray', meaning: 'A later version took its place' },
  REVOKED: { label: 'Revoked', colour: 'red', meaning: 'Taken out of answers by a person' },
};

export const STANDING_NAMES = Object.keys(STANDINGS) as Standing[];

export function StandingChip({ standing }: { standing: Standing }) {
  const known = STANDINGS[standing] ?? { label: humanise(standing), colour: 'gray', meaning: '' };
  return (
    <Chip color={known.colour} title={known.meaning}>
      {known.label}
    </Chip>
  );
}
