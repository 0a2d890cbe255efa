import { humanise } from '../../shared/words.ts';

/** The words for the codes of the router. */
interface TaskWords {
  title: string;
  hint: string;
}
const TASKS: Record<string, TaskWords> = {
  UNDERSTAND: {
    title: 'Understanding',
    hint: 'Helps where the built-in model is unsure what a customer wants',
  },
  ANSWER: {
    title: 'Answering',
    hint: 'Puts answers together from cited passages; each sentence passes the gate',
  },
  SUMMARISE: {
    title: 'Summarising',
    hint: 'What a conversation came to. Only the playground asks for it so far',
  },
  JUDGE: { title: 'Judging', hint: 'How good an answer is. Only the playground asks for it so far' },
  TRANSLATE: { title: 'Translating', hint: 'Carries questions and answers between languages' },
};
export const TASK_NAMES = Object.keys(TASKS);
export const taskOf = (task: string): TaskWords => TASKS[task] ?? { title: humanise(task), hint: '' };

/** Kinds of failure after which the next model can be asked. */
export const FAILURES = [
  { value: 'UNAVAILABLE', label: 'It does not answer', hint: 'Refused, broken off or too slow' },
  { value: 'LIMITED', label: 'It has had enough', hint: 'Its own limit of requests or tokens is reached' },
  { value: 'BAD_ANSWER', label: 'Its answer cannot be used', hint: 'Not in the form that was asked for' },
  { value: 'TOO_LONG', label: 'The question is too long for it', hint: 'More than the model can read' },
  { value: 'REFUSED', label: 'It refuses', hint: 'The vendor’s own rules forbid the answer' },
] as const;

const OUTCOMES: Record<string, { label: string; colour: string }> = {
  SAID: { label: 'Answered', colour: 'teal' },
  LIMITED: { label: 'Over its limit', colour: 'orange' },
  REFUSED: { label: 'Refused', colour: 'orange' },
  UNAVAILABLE: { label: 'No answer', colour: 'red' },
  TOO_LONG: { label: 'Question too long', colour: 'orange' },
  BAD_ANSWER: { label: 'Unusable answer', colour: 'red' },
  CANCELLED: { label: 'Called off', colour: 'gray' },
  BUDGET_SPENT: { label: 'Budget spent', colour: 'orange' },
  NOT_CONFIGURED: { label: 'No route', colour: 'gray' },
  OUTSIDE_REGION: { label: 'Outside the region', colour: 'orange' },
  RESTING: { label: 'Circuit open', colour: 'orange' },
  TOO_MANY_AT_ONCE: { label: 'Too many at once', colour: 'orange' },
  NO_TIME: { label: 'No time left', colour: 'orange' },
};
export const OUTCOME_NAMES = Object.keys(OUTCOMES);
export const outcomeOf = (outcome: string): { label: string; colour: string } =>
  OUTCOMES[outcome] ?? { label: humanise(outcome), colour: 'gray' };

const BREAKERS = {
  CLOSED: { label: 'Takes calls', colour: 'teal' },
  OPEN: { label: 'Circuit open', colour: 'red' },
  HALF_OPEN: { label: 'Being tried again', colour: 'orange' },
} as const;
export const breakerOf = (state: keyof typeof BREAKERS): { label: string; colour: string } =>
  BREAKERS[state] ?? { label: humanise(state), colour: 'gray' };

/** How one model is told from all others, in lists that need one word for it. */
export const keyOf = ({ plugin, model }: { plugin: string; model: string }): string => `${plugin} ${model}`;

/** Why there is no answer: the word for the code, and what the platform adds. */
export const whyOf = (why: string | undefined, detail: string | undefined): string =>
  [why && outcomeOf(why).label, detail].filter(Boolean).join(': ') || 'It gave no answer';
