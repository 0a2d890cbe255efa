import type { Definition, Node } from './definition.ts';

export type Mark = 'added' | 'removed' | 'changed' | 'same';
export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
}
export interface NodeChange {
  id: string;
  mark: Mark;
  changes: FieldChange[];
}
export interface Difference {
  /** Title, trigger, variables, beginning. */
  about: FieldChange[];
  nodes: Record<string, NodeChange>;
}

/** What is different in the second: step by step, field by field, in paths such as `text.hi` or `on.error`. */
export function differenceOf(before: Definition, after: Definition): Difference {
  const { nodes: olds, ...aboutBefore } = before;
  const { nodes: news, ...aboutAfter } = after;
  const ids = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
  return {
    about: changesOf(aboutBefore, aboutAfter),
    nodes: Object.fromEntries(ids.map((id) => [id, nodeChange(id, olds[id], news[id])])),
  };
}

function nodeChange(id: string, before: Node | undefined, after: Node | undefined): NodeChange {
  if (!before) return { id, mark: 'added', changes: changesOf({}, after ?? {}) };
  if (!after) return { id, mark: 'removed', changes: changesOf(before, {}) };
  const changes = changesOf(before, after);
  return { id, mark: changes.length > 0 ? 'changed' : 'same', changes };
}

function changesOf(before: object, after: object): FieldChange[] {
  const olds = leaves(before);
  const news = leaves(after);
  return [...new Set([...olds.keys(), ...news.keys()])]
    .filter((field) => olds.get(field) !== news.get(field))
    .map((field) => ({ field, before: olds.get(field), after: news.get(field) }));
}

function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) leaves(each, path ? `${path}.${key}` : key, found);
  } else if (value !== undefined && value !== null) found.set(path, String(value));
  return found;
}

export const changedNodes = (difference: Difference): NodeChange[] =>
  Object.values(difference.nodes).filter(({ mark }) => mark !== 'same');

export const isSame = (difference: Difference): boolean =>
  difference.about.length === 0 && changedNodes(difference).length === 0;

/** Both in one: what was removed stands beside what is there, so that it can be drawn. */
export const united = (before: Definition, after: Definition): Definition => ({
  ...after,
  nodes: { ...before.nodes, ...after.nodes },
});
