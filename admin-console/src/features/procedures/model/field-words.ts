import { humanise, languageName } from '../../../shared/words.ts';
import { EDGES, type Edge } from './definition.ts';
import { inWords } from './durations.ts';
import { EDGE_WORDS } from './exits.ts';
import { LEVELS, METHOD_WORDS, OUTCOMES, TYPE_WORDS } from './summary.ts';

const WORDS: Record<string, string> = {
  next: 'Next step',
  otherwise: 'Otherwise',
  into: 'Kept as',
  operation: 'Operation',
  team: 'Team',
  template: 'The bank’s text',
  compensate: 'Taken back if it does not come to its end',
  with: 'Told',
  start: 'Begins with',
  set: 'Sets',
  from: 'The list',
  within: 'Waits for at most',
  cases: 'Case',
  labels: 'Label',
  choices: 'Choice',
  when: 'if',
};
const TEXTS = new Set(['text', 'title', 'label', 'phrases']);

/** A path such as `text.hi` or `on.timeout` as people read it: "Text, Hindi", "On too late". */
export function fieldWords(path: string): string {
  const parts = path.split('.');
  return parts
    .map((part, at) => {
      const before = parts[at - 1] ?? '';
      if (before === 'on') return EDGES.includes(part as Edge) ? EDGE_WORDS[part as Edge] : part;
      if (part === 'on') return 'On';
      if (TEXTS.has(before)) return languageName(part);
      if (/^\d+$/.test(part)) return String(Number(part) + 1);
      // Names that people gave stay as they are.
      if (['variables', 'inputs', 'with', 'set', 'facts'].includes(before)) return part;
      return WORDS[part] ?? humanise(part);
    })
    .reduce(
      (words, part, at) => (at === 0 ? part : `${words}${parts[at - 1] === 'on' ? ' ' : ', '}${part}`),
      '',
    );
}

/** What stands in a field, as its form shows it: `PT15M` is 15 minutes, `STEPPED_UP` more than signed in. */
export function valueWords(path: string, value: string): string {
  const known: Record<string, string | undefined> = {
    type: TYPE_WORDS[value as keyof typeof TYPE_WORDS]?.label,
    level: LEVELS[value as keyof typeof LEVELS],
    outcome: OUTCOMES[value as keyof typeof OUTCOMES],
    within: inWords(value),
  };
  const method = path.startsWith('methods.') ? METHOD_WORDS[value as keyof typeof METHOD_WORDS] : undefined;
  return known[path] ?? method ?? value;
}
