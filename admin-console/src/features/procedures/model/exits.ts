import type { Edge, Node, NodeType } from './definition.ts';

/** A way out of a step: `next`, `otherwise`, `case:0`, `label:0` or `on:error`. */
export type ExitKey = 'next' | 'otherwise' | `case:${number}` | `label:${number}` | `on:${Edge}`;
export interface Exit {
  key: ExitKey;
  /** What people read: "next", "if amount is high", "error". */
  words: string;
  target: string | undefined;
  /** Besides the plan: drawn apart from the ways that are planned. */
  aside: boolean;
  /** The checker asks for it; without any other, a person goes on. */
  needed: boolean;
}

const EDGES_OF: Record<NodeType, readonly Edge[]> = {
  ask: ['gaveUp', 'timeout'],
  verify: ['failed', 'timeout', 'error', 'refused'],
  operation: ['error', 'timeout', 'refused'],
  decide: [],
  answer: [],
  classify: ['unsure'],
  confirm: ['declined', 'timeout'],
  approve: ['declined', 'timeout'],
  notify: ['error', 'timeout', 'refused'],
  wait: ['timeout'],
  handoff: [],
  subflow: ['declined', 'failed', 'error', 'timeout', 'refused'],
  end: [],
};

export const EDGE_WORDS: Record<Edge, string> = {
  timeout: 'too late',
  error: 'error',
  refused: 'refused',
  declined: 'says no',
  gaveUp: 'gave up',
  failed: 'not proven',
  unsure: 'unclear',
};

/** Every way out that the step has, taken or not. */
export function exitsOf(node: Node): Exit[] {
  const exits: Exit[] = [];
  const add = (key: ExitKey, words: string, target: string | undefined, aside = false, needed = true) =>
    exits.push({ key, words, target: target || undefined, aside, needed });
  if (node.type === 'decide') {
    node.cases.forEach((each, place) => {
      add(`case:${place}`, each.when ? `if ${each.when}` : `case ${place + 1}`, each.next);
    });
    add('otherwise', 'otherwise', node.otherwise);
  }
  if (node.type === 'classify') {
    node.labels.forEach((each, place) => {
      add(`label:${place}`, each.label || `label ${place + 1}`, each.next);
    });
  }
  if (hasNext(node)) add('next', node.type === 'confirm' ? 'says yes' : 'next', node.next);
  const on = 'on' in node ? (node.on ?? {}) : {};
  const edges = new Set<Edge>([...edgesOf(node), ...(Object.keys(on) as Edge[])]);
  for (const edge of edges) {
    add(`on:${edge}`, EDGE_WORDS[edge] ?? edge, on[edge], true, isNeeded(node, edge));
  }
  return exits;
}

/** A pause for a time alone goes on by itself; only a pause for an event can come too late. */
const edgesOf = (node: Node): readonly Edge[] =>
  node.type === 'wait' && !node.event ? [] : EDGES_OF[node.type];

/** Silence ends a wait only where a time is given for it; how another procedure ends is for the checker to know. */
function isNeeded(node: Node, edge: Edge): boolean {
  if (node.type === 'subflow') return false;
  if (node.type === 'verify') return edge === 'failed' || edge === 'timeout';
  return edge !== 'timeout' || !['ask', 'confirm', 'approve'].includes(node.type) || hasTime(node);
}
const hasTime = (node: Node): boolean => 'within' in node && Boolean(node.within);

const hasNext = (node: Node): node is Extract<Node, { next?: string }> =>
  !['decide', 'classify', 'handoff', 'end'].includes(node.type);

/** The step with that way out leading elsewhere, or nowhere. */
export function withExit(node: Node, key: ExitKey, target: string | undefined): Node {
  const [what, which] = key.split(':') as [string, string | undefined];
  const place = Number(which);
  if (what === 'on') {
    const { [which as Edge]: _old, ...others } = ('on' in node && node.on) || {};
    return { ...node, on: target ? { ...others, [which as Edge]: target } : others } as Node;
  }
  const led = <T extends { next?: string }>(each: T): T => {
    const { next: _old, ...rest } = each;
    return (target ? { ...rest, next: target } : rest) as T;
  };
  if (node.type === 'decide' && what === 'case') {
    return { ...node, cases: node.cases.map((each, at) => (at === place ? led(each) : each)) };
  }
  if (node.type === 'decide') {
    const { otherwise: _old, ...rest } = node;
    return target ? { ...rest, otherwise: target } : rest;
  }
  if (node.type === 'classify') {
    return { ...node, labels: node.labels.map((each, at) => (at === place ? led(each) : each)) };
  }
  return hasNext(node) ? led(node) : node;
}

/** The step with each mention of another step passed through `renamed`; nothing means that the mention goes. */
export function withMentions(node: Node, renamed: (id: string) => string | undefined): Node {
  let result = node;
  for (const { key, target } of exitsOf(node)) {
    if (target !== undefined && renamed(target) !== target) result = withExit(result, key, renamed(target));
  }
  if ((result.type === 'confirm' || result.type === 'approve') && result.operation) {
    const { operation, ...rest } = result;
    const now = renamed(operation);
    if (now !== operation) result = (now ? { ...rest, operation: now } : rest) as Node;
  }
  return result;
}
