import { blankNode, freshName, nameFor } from './blank.ts';
import {
  type Definition,
  type Edge,
  type Node,
  type NodeType,
  orderOf,
  type Point,
  type Sheet,
  STEP_NAME,
} from './definition.ts';
import { type ExitKey, exitsOf, withExit, withMentions } from './exits.ts';

/** Pure edits: canvas and outline both call these, so that they cannot differ. Each gives back a new sheet. */

const STEP = { x: 304, y: 190 };

/** Where a step came from: the way out that shall lead to it. */
export interface From {
  id: string;
  /** Left out: the one that is usual. Null: none, the new step stands after it and nothing leads there yet. */
  exit?: ExitKey | null | undefined;
}

/** @param name that somebody wishes for; a number follows if another step has it */
export function addNode(
  sheet: Sheet,
  type: NodeType,
  from?: From,
  at?: Point,
  name?: string,
): Sheet & { added: string } {
  const id = wished(sheet, name) ?? nameFor(sheet.definition, type);
  return insert(sheet, id, blankNode(type), from, at);
}

const wished = ({ definition }: Sheet, name: string | undefined): string | undefined =>
  name && STEP_NAME.test(name) ? freshName((each) => each in definition.nodes, name) : undefined;

/** A step that does this operation, named by what it does: `cards.block/v1` is `block`. */
export function addOperation(
  sheet: Sheet,
  operation: string,
  from?: From,
  at?: Point,
  known: Known = {},
): Sheet & { added: string } {
  const verb = /\.([A-Za-z_]+)/.exec(operation)?.[1] ?? 'do';
  const id = wished(sheet, known.name) ?? freshName((name) => name in sheet.definition.nodes, verb);
  const made = insert(sheet, id, { type: 'operation', operation, with: known.told ?? {} }, from, at);
  if (!known.keeps) return made;
  const { inputs, variables } = sheet.definition;
  const into = freshName((name) => name in inputs || name in variables, resultName(operation));
  return { ...keepInto(made, id, into, `result:${operation}`), added: id };
}

/** What need not be asked about an operation that is added. */
export interface Known {
  name?: string | undefined;
  /** Arguments for which there is only one thing to tell. */
  told?: Record<string, string>;
  /** Its result is worth keeping. */
  keeps?: boolean;
}

/** `cards.list/v1` gives `cards`, `transactions.match/v1` what was `found`, `fraud.device_check/v1` a `deviceCheck`. */
function resultName(operation: string): string {
  const [domain = 'result', verb = ''] = operation.replace(/\/.*/, '').split('.');
  if (verb === 'list') return domain;
  if (verb === 'search' || verb === 'match') return 'found';
  return verb.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) || domain;
}

function insert(sheet: Sheet, id: string, node: Node, from?: From, at?: Point): Sheet & { added: string } {
  const { definition, layout } = sheet;
  const order = orderOf(sheet);
  const after = from ? order.indexOf(from.id) : order.length - 1;
  const origin = from && layout.nodes[from.id];
  const place = at ?? free(layout.nodes, origin ? { x: origin.x, y: origin.y + STEP.y } : { x: 0, y: 0 });
  const nodes = { ...definition.nodes, [id]: node };
  const source = from && nodes[from.id];
  const exit = source && (from.exit === undefined ? wayTo(source, node) : from.exit);
  if (source && exit) {
    const before = exitsOf(source).find(({ key }) => key === exit)?.target;
    nodes[from.id] = withExit(source, exit, id);
    const onward = goesOn(node);
    if (before && onward) nodes[id] = withExit(node, onward, before);
  }
  return {
    definition: {
      ...definition,
      nodes: withConsent(nodes, id),
      ...(definition.start ? {} : { start: id }),
    },
    layout: {
      ...layout,
      nodes: { ...layout.nodes, [id]: place },
      order: [...order.slice(0, after + 1), id, ...order.slice(after + 1)],
    },
    added: id,
  };
}

/**
 * The way out of a step that shall lead to a new one: the first planned one that leads nowhere, else the only planned one,
 * between whose ends the new step then stands.
 */
export function wayTo(source: Node, added?: Node): ExitKey | undefined {
  const planned = exitsOf(source).filter(({ aside }) => !aside);
  const open = planned.find(({ target }) => target === undefined);
  if (open) return open.key;
  return planned.length === 1 && (!added || goesOn(added)) ? planned[0]?.key : undefined;
}

/** Where a new step goes on to what stood there before. */
const goesOn = (node: Node): ExitKey | undefined =>
  exitsOf(node).find(({ key }) => key === 'next' || key === 'otherwise')?.key;

/** How many steps of asking may stand between a yes and what it is for. */
const BEFORE = 4;

/** A yes that is asked for before an operation is the yes to it, unless it is somebody's already. */
function withConsent(nodes: Definition['nodes'], added: string): Definition['nodes'] {
  const result = { ...nodes };
  const give = (id: string, operation: string) => {
    const node = result[id];
    if ((node?.type === 'confirm' || node?.type === 'approve') && !node.operation)
      result[id] = { ...node, operation };
  };
  const node = result[added];
  if (node?.type === 'operation') {
    let behind = [added];
    for (let steps = 0; steps < BEFORE && behind.length > 0; steps += 1) {
      behind = Object.entries(result).flatMap(([id, each]) =>
        ASKING.has(each.type) &&
        exitsOf(each).some(({ target, aside }) => !aside && target && behind.includes(target))
          ? [id]
          : [],
      );
      for (const id of behind) give(id, added);
    }
  } else if (node?.type === 'confirm' || node?.type === 'approve') {
    const next = node.next ? result[node.next] : undefined;
    if (next?.type === 'operation' && node.next) give(added, node.next);
    else if ((next?.type === 'confirm' || next?.type === 'approve') && next.operation)
      give(added, next.operation);
  }
  return result;
}
const ASKING: ReadonlySet<NodeType> = new Set(['confirm', 'approve', 'decide']);

function free(taken: Record<string, Point>, wish: Point): Point {
  const crowded = (point: Point) =>
    Object.values(taken).some(
      ({ x, y }) => Math.abs(x - point.x) < STEP.x - 40 && Math.abs(y - point.y) < STEP.y - 10,
    );
  let place = wish;
  while (crowded(place)) place = { x: place.x + STEP.x, y: place.y };
  return place;
}

/** Takes the step away; whatever led to it leads nowhere. */
export function removeNode(sheet: Sheet, id: string): Sheet {
  const { [id]: _node, ...left } = sheet.definition.nodes;
  const { [id]: _place, ...places } = sheet.layout.nodes;
  const nodes = mapValues(left, (node) => withMentions(node, (to) => (to === id ? undefined : to)));
  const { start, ...rest } = sheet.definition;
  return {
    definition: { ...rest, ...(start && start !== id ? { start } : {}), nodes },
    layout: { ...sheet.layout, nodes: places, order: orderOf(sheet).filter((each) => each !== id) },
  };
}

/** @returns the same sheet when the name is taken or is none */
export function renameNode(sheet: Sheet, id: string, name: string): Sheet {
  const { definition, layout } = sheet;
  if (!name || name === id || name in definition.nodes || !(id in definition.nodes)) return sheet;
  const now = (each: string) => (each === id ? name : each);
  const renamed = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [now(key), value]));
  return {
    definition: {
      ...definition,
      ...(definition.start ? { start: now(definition.start) } : {}),
      nodes: mapValues(renamed(definition.nodes), (node) => withMentions(node, now)),
    },
    layout: { ...layout, nodes: renamed(layout.nodes), order: orderOf(sheet).map(now) },
  };
}

/** A copy right after it, which nothing leads to yet. */
export function duplicateNode(sheet: Sheet, id: string): Sheet & { added: string } {
  const node = sheet.definition.nodes[id];
  if (!node) return { ...sheet, added: id };
  const name = freshName((each) => each in sheet.definition.nodes, id);
  const origin = sheet.layout.nodes[id] ?? { x: 0, y: 0 };
  const at = free(sheet.layout.nodes, { x: origin.x + STEP.x, y: origin.y });
  const order = orderOf(sheet);
  order.splice(order.indexOf(id) + 1, 0, name);
  return {
    definition: {
      ...sheet.definition,
      nodes: { ...sheet.definition.nodes, [name]: structuredClone(node) },
    },
    layout: { ...sheet.layout, nodes: { ...sheet.layout.nodes, [name]: at }, order },
    added: name,
  };
}

export function changeNode(sheet: Sheet, id: string, change: (node: Node) => Node): Sheet {
  const node = sheet.definition.nodes[id];
  if (!node) return sheet;
  const nodes = { ...sheet.definition.nodes, [id]: change(node) };
  return { ...sheet, definition: { ...sheet.definition, nodes } };
}

/** @param keys several ways out may be led at once: those that a person let go together */
export const connect = (
  sheet: Sheet,
  id: string,
  keys: readonly ExitKey[],
  target: string | undefined,
): Sheet => changeNode(sheet, id, (node) => keys.reduce((now, key) => withExit(now, key, target), node));

/** @param by steps down the outline; negative is up */
export function reorder(sheet: Sheet, id: string, by: number): Sheet {
  const order = orderOf(sheet);
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return sheet;
  order.splice(from, 1);
  order.splice(to, 0, id);
  return { ...sheet, layout: { ...sheet.layout, order } };
}

export const moveNodes = (sheet: Sheet, places: Record<string, Point>): Sheet => ({
  ...sheet,
  layout: { ...sheet.layout, nodes: { ...sheet.layout.nodes, ...places } },
});

export const changeDefinition = (sheet: Sheet, change: Partial<Definition>): Sheet => ({
  ...sheet,
  definition: { ...sheet.definition, ...change },
});

/** Every way out of that kind that is needed and leads nowhere leads there. */
export function leadOpen(sheet: Sheet, edge: Edge, target: string): Sheet {
  const key: ExitKey = `on:${edge}`;
  return openWays(sheet.definition)
    .filter((way) => way.edge === edge && way.id !== target)
    .reduce((now, { id }) => connect(now, id, [key], target), sheet);
}

/** What can happen and leads nowhere yet. */
export const openWays = ({ nodes }: Definition): { id: string; edge: Edge }[] =>
  Object.entries(nodes).flatMap(([id, node]) =>
    exitsOf(node).flatMap(({ key, target, aside, needed }) =>
      aside && needed && target === undefined ? [{ id, edge: key.slice('on:'.length) as Edge }] : [],
    ),
  );

/**
 * Where a step's outcome goes; a variable that is not known yet becomes known with its type.
 *
 * @param before the name that it went to until now: a variable that nothing mentions any more goes with it
 */
export function keepInto(
  sheet: Sheet,
  id: string,
  name: string | undefined,
  type: string,
  before?: string,
): Sheet {
  const kept = keep(sheet, id, name, type);
  if (!before || before === name || kept.definition.variables[before] !== type) return kept;
  // An operation's name may hold the same word.
  const nodes = JSON.stringify(kept.definition.nodes, (key, value) =>
    key === 'operation' ? undefined : value,
  );
  if (new RegExp(`\\b${before}\\b`).test(nodes)) return kept;
  const { [before]: _old, ...variables } = kept.definition.variables;
  return changeDefinition(kept, { variables });
}

function keep(sheet: Sheet, id: string, name: string | undefined, type: string): Sheet {
  const changed = changeNode(sheet, id, (node) => {
    const { into: _old, ...rest } = node as Node & { into?: string };
    return (name ? { ...rest, into: name } : rest) as Node;
  });
  const { inputs, variables } = changed.definition;
  if (!name || name in inputs || name in variables) return changed;
  return changeDefinition(changed, { variables: { ...variables, [name]: type } });
}

const mapValues = <T, R>(record: Record<string, T>, map: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
