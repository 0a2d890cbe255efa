import { layout as dagre, graphlib } from '@dagrejs/dagre';
import { orderOf, type Point, type Sheet } from './definition.ts';
import { exitRows, heightOf, WIDTH } from './rows.ts';

/** Places for every step, from top to bottom along the ways that are planned. */
export function placesOf(sheet: Sheet): Record<string, Point> {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 56, ranksep: 58, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  const { nodes, start } = sheet.definition;
  const ids = orderOf(sheet);
  // What is laid out first stands further up.
  for (const id of start && nodes[start] ? [start, ...ids.filter((each) => each !== start)] : ids) {
    const node = nodes[id];
    if (node) graph.setNode(id, { width: WIDTH, height: heightOf(node) });
  }
  for (const [id, node] of Object.entries(nodes)) {
    for (const row of exitRows(node)) {
      if (!row.target || !nodes[row.target]) continue;
      graph.setEdge(id, row.target, { weight: row.aside ? 1 : 4, minlen: 1 }, row.key);
    }
  }
  dagre(graph);
  return Object.fromEntries(
    graph.nodes().map((id) => {
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
