import type { Definition, Node, NodeType, Sheet } from './definition.ts';

const BLANK: { [K in NodeType]: Extract<Node, { type: K }> } = {
  ask: { type: 'ask', text: {}, answer: { type: 'text' }, attempts: 3 },
  verify: { type: 'verify', level: 'STEPPED_UP', methods: ['CODE'] },
  operation: { type: 'operation', with: {} },
  decide: { type: 'decide', cases: [{ when: '' }] },
  answer: { type: 'answer' },
  classify: { type: 'classify', labels: [{ label: 'yes', phrases: {} }] },
  confirm: { type: 'confirm' },
  approve: { type: 'approve', text: {}, team: '' },
  notify: { type: 'notify', channel: 'SMS', template: '' },
  wait: { type: 'wait', within: 'PT10M' },
  handoff: { type: 'handoff', text: {}, team: '' },
  subflow: { type: 'subflow' },
  end: { type: 'end', outcome: 'DONE' },
};

export const blankNode = (type: NodeType): Node => structuredClone(BLANK[type]);

const WORD: Record<NodeType, string> = {
  ask: 'ask',
  verify: 'verify',
  operation: 'do',
  decide: 'decide',
  answer: 'say',
  classify: 'sort',
  confirm: 'confirm',
  approve: 'approve',
  notify: 'notify',
  wait: 'wait',
  handoff: 'person',
  subflow: 'procedure',
  end: 'done',
};

/** A name that no step has yet: `ask`, then `ask2`. */
export function freshName(taken: (name: string) => boolean, wish: string): string {
  const stem = wish.replace(/\d+$/, '') || 'step';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}${number}`;
    if (!taken(name)) return name;
  }
}

export const nameFor = (definition: Definition, type: NodeType): string =>
  freshName((name) => name in definition.nodes, WORD[type]);

export const blankSheet = (id: string, title: Record<string, string>): Sheet => ({
  definition: { id, title, trigger: { intents: [] }, inputs: {}, variables: {}, nodes: {} },
  layout: { nodes: {}, order: [] },
});

/** What came over the wire, with the parts that an unfinished draft may lack. */
export function completeSheet(definition: Partial<Definition>, layout?: Partial<Sheet['layout']>): Sheet {
  const whole = withoutNulls(definition) as Partial<Definition>;
  const { id = '', title = {}, trigger = {}, inputs = {}, variables = {}, nodes = {}, ...rest } = whole;
  const complete = Object.fromEntries(
    Object.entries(nodes)
      .filter(([, node]) => node.type in BLANK)
      .map(([name, node]) => [name, { ...emptiesOf(node.type), ...node } as Node]),
  );
  return {
    definition: { ...rest, id, title, trigger, inputs, variables, nodes: complete },
    layout: { nodes: layout?.nodes ?? {}, ...(layout?.order ? { order: layout.order } : {}) },
  };
}

/** To a platform, null and left out are the same. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => [name, withoutNulls(each)]),
  );
}

/** The lists and maps that a platform leaves out when they are empty. */
const EMPTIES: Partial<Record<NodeType, object>> = {
  ask: { text: {}, answer: { type: 'text' } },
  verify: { methods: [] },
  operation: { with: {} },
  decide: { cases: [] },
  classify: { labels: [] },
  approve: { text: {} },
  handoff: { text: {} },
};
const emptiesOf = (type: NodeType): object => structuredClone(EMPTIES[type] ?? {});
