import type { Node, NodeType } from './definition.ts';
import { inWords } from './durations.ts';
import { said } from './languages.ts';

export const TYPE_WORDS: Record<NodeType, { label: string; does: string }> = {
  ask: { label: 'Ask', does: 'Asks the customer for one thing' },
  verify: { label: 'Verify', does: 'Makes sure who the customer is' },
  operation: { label: 'Operation', does: 'Does one operation of the bank' },
  decide: { label: 'Decide', does: 'Goes the way of the first case that holds' },
  answer: { label: 'Say', does: 'Says something, or sets variables' },
  classify: { label: 'Classify', does: 'Files what was said under a label' },
  confirm: { label: 'Confirm', does: 'Shows what will be done and asks for a yes' },
  approve: { label: 'Approve', does: 'Asks a colleague of the bank to agree' },
  notify: { label: 'Notify', does: 'Sends one of the bank’s own texts' },
  wait: { label: 'Wait', does: 'Pauses for a time or until an event' },
  handoff: { label: 'Hand over', does: 'A person goes on, and sees the facts' },
  subflow: { label: 'Procedure', does: 'Runs another procedure and comes back' },
  end: { label: 'End', does: 'It is over' },
};
export const NODE_TYPES = Object.keys(TYPE_WORDS) as NodeType[];

export const LEVELS = { IDENTIFIED: 'signed in', STEPPED_UP: 'code or questions' } as const;
export const METHOD_WORDS = {
  CODE: 'One-time code',
  QUESTIONS: 'Security questions',
  DEVICE: 'Known device',
} as const;
export const OUTCOMES = { DONE: 'Done', NOTHING_TO_DO: 'Nothing to do', STOPPED: 'Stopped' } as const;

/** One line that tells the step from its neighbours. */
export function summaryOf(
  node: Node,
  languages: readonly string[],
  titleOf: (operation: string) => string,
): string {
  switch (node.type) {
    case 'ask':
    case 'handoff':
      return said(node.text, languages) || TYPE_WORDS[node.type].does;
    case 'verify':
      return `Must be proven: ${LEVELS[node.level] ?? node.level}`;
    case 'operation':
      return node.operation ? titleOf(node.operation) : 'No operation chosen yet';
    case 'decide':
      return (
        node.cases
          .map(({ when }) => when)
          .filter(Boolean)
          .join(' · ') || 'No case written yet'
      );
    case 'answer':
      return said(node.text, languages) || Object.keys(node.set ?? {}).join(', ') || 'Says nothing yet';
    case 'classify':
      return node.labels.map(({ label }) => label).join(' · ');
    case 'confirm':
    case 'approve':
      return said(node.text, languages) || (node.operation ? `Before “${node.operation}”` : 'Of no step yet');
    case 'notify':
      return `${node.channel}: ${node.template || 'no text chosen yet'}`;
    case 'wait':
      return [node.event && `until ${node.event}`, node.within && inWords(node.within)]
        .filter(Boolean)
        .join(', ');
    case 'subflow':
      return node.procedure ?? 'No procedure chosen yet';
    case 'end':
      return said(node.text, languages) || OUTCOMES[node.outcome];
  }
}
