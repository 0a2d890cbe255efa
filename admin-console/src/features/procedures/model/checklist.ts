import { type Difference, isSame } from './diff.ts';

export interface Check {
  what: string;
  holds: boolean;
  why: string | undefined;
  findings: number;
}
interface Facts {
  saved: boolean;
  /** The checker's answer is of what is on screen. */
  checked: boolean;
  findings: readonly { rule: string }[];
  /** To the version in force; nothing when there is none. */
  difference: Difference | undefined;
  comment: string;
}

const TEXTS = new Set(['TEXT_MISSING']);

/** What stands between a draft and the second person. */
export function checklist({ saved, checked, findings, difference, comment }: Facts): Check[] {
  const texts = findings.filter(({ rule }) => TEXTS.has(rule)).length;
  const others = findings.length - texts;
  const line = (what: string, holds: boolean, why: string, many = 0): Check => ({
    what,
    holds,
    why: holds ? undefined : why,
    findings: many,
  });
  return [
    line('The draft is saved', saved, 'Wait for it, or see why it is not.'),
    line('The platform has checked it as it is', checked, 'The check of the last change is not here yet.'),
    line('No step has a problem', others === 0, 'Each of them stops a publication.', others),
    line('Each text is there in each language', texts === 0, 'Customers would read nothing.', texts),
    line(
      'Something is different from the version in force',
      difference === undefined || !isSame(difference),
      'Nothing is.',
    ),
    line('There is a word for the second person', comment.trim() !== '', 'Say what is new.'),
  ];
}
