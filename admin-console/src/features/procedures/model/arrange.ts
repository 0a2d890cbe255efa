import { layout as dagre, graphlib } from '@dagrejs/dagre';
import { type Definition, orderOf, type Point, type Sheet } from './definition.ts';
import { exitsOf } from './exits.ts';
import { heightOf, WIDTH } from './rows.ts';

const GAP = { column: 110, row: 46 };
/** So far below the step that leads there, for the way to come in from above. */
const DROP = 96;

type Nodes = Definition['nodes'];
type Places = Record<string, Point>;

/**
 * A place for every step: what is planned runs straight down from the beginning; what only goes wrong leads to stands in a
 * column to the right, beside the last step that leads there.
 */
export function placesOf(sheet: Sheet): Places {
  const { nodes, start } = sheet.definition;
  const ids = orderOf(sheet);
  const first = start && nodes[start] ? start : ids[0];
  if (!first) return {};
  const main = reachable(nodes, [first]);
  const places = drawn(nodes, [first, ...ids.filter((id) => main.has(id) && id !== first)]);
  const right = Math.max(...Object.values(places).map(({ x }) => x)) + WIDTH + GAP.column;
  const rest = groups(
    nodes,
    ids.filter((id) => !main.has(id)),
  ).map((group) => ({ group, wish: wishOf(nodes, places, group) }));
  let free = Number.NEGATIVE_INFINITY;
  for (const { group, wish } of rest.sort((one, other) => one.wish - other.wish)) {
    const top = Math.max(wish, free);
    for (const [id, { x, y }] of Object.entries(drawn(nodes, group))) {
      places[id] = { x: right + x, y: top + y };
      free = Math.max(free, top + y + heightIn(nodes, id) + GAP.row);
    }
  }
  return places;
}

const heightIn = (nodes: Nodes, id: string): number => (nodes[id] ? heightOf(nodes[id]) : 0);

const planned = (nodes: Nodes, id: string): string[] =>
  (nodes[id] ? exitsOf(nodes[id]) : []).flatMap(({ target, aside }) =>
    target && nodes[target] && !aside && target !== id ? [target] : [],
  );

function reachable(nodes: Nodes, from: readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const id of reached) for (const to of planned(nodes, id)) reached.add(to);
  return reached;
}

/** Steps that planned ways hold together. */
function groups(nodes: Nodes, ids: readonly string[]): string[][] {
  const found: Set<string>[] = [];
  for (const id of ids) {
    const own = new Set([id, ...planned(nodes, id).filter((to) => ids.includes(to))]);
    const touching = found.filter((group) => [...own].some((each) => group.has(each)));
    for (const group of touching) {
      for (const each of group) own.add(each);
      found.splice(found.indexOf(group), 1);
    }
    found.push(own);
  }
  return found.map((group) => ids.filter((id) => group.has(id)));
}

/** How far down a group wants to stand. What nothing leads to stands at the top. */
function wishOf(nodes: Nodes, places: Places, group: readonly string[]): number {
  const leads = Object.entries(nodes).flatMap(([id, node]) => {
    const place = places[id];
    return place && exitsOf(node).some(({ target }) => target && group.includes(target)) ? [place.y] : [];
  });
  return leads.length > 0 ? Math.max(...leads) + DROP : 0;
}

/** These steps from top to bottom along their planned ways, beginning at 0, 0. */
function drawn(nodes: Nodes, ids: readonly string[]): Places {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 56, ranksep: 58 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { width: WIDTH, height: heightIn(nodes, id) });
  for (const id of ids) for (const to of planned(nodes, id)) if (ids.includes(to)) graph.setEdge(id, to);
  dagre(graph);
  return Object.fromEntries(
    ids.map((id) => {
      const { x = 0, y = 0, height = 0 } = graph.node(id) as { x?: number; y?: number; height?: number };
      return [id, { x: Math.round(x - WIDTH / 2), y: Math.round(y - height / 2) }];
    }),
  );
}

export const arrange = (sheet: Sheet): Sheet => ({
  ...sheet,
  layout: { ...sheet.layout, nodes: placesOf(sheet) },
});

/** A sheet in which no step lacks a place: what was imported has none at all. */
export function placed(sheet: Sheet): Sheet {
  const ids = Object.keys(sheet.definition.nodes);
  if (ids.every((id) => sheet.layout.nodes[id])) return sheet;
  return arrange(sheet);
}
