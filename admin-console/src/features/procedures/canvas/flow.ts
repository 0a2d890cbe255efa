import type { Edge as FlowEdge, Node as FlowNode } from '@xyflow/react';
import { MarkerType } from '@xyflow/react';
import type { Node, Point, Sheet } from '../model/definition.ts';
import type { Mark } from '../model/diff.ts';
import { type ExitRow, exitRows, heightOf, WIDTH } from '../model/rows.ts';

export type CardData = CardParts & {
  node: Node;
  rows: ExitRow[];
  start: boolean;
};
/** What a card shows besides the step itself. */
export type CardParts = {
  summary: string;
  problems: readonly { message: string; rule: string }[];
  /** Its place on the path that a run took; 0 for none. */
  passed: number;
  here: boolean;
  mark?: Mark | undefined;
  writable: boolean;
};
export type StepNode = FlowNode<CardData, 'step'>;

/** The nodes of the drawing; what the browser measured of the ones before is kept. */
export function flowNodes(
  { definition, layout }: Sheet,
  before: readonly StepNode[],
  parts: (id: string, node: Node) => CardParts,
  selected: string | undefined,
): StepNode[] {
  const known = new Map(before.map((each) => [each.id, each]));
  return Object.entries(definition.nodes).map(([id, node]) => ({
    ...(known.get(id) ?? {}),
    id,
    type: 'step' as const,
    position: layout.nodes[id] ?? ORIGIN,
    width: WIDTH,
    height: heightOf(node),
    selected: id === selected,
    data: { node, rows: exitRows(node), start: definition.start === id, ...parts(id, node) },
  }));
}
const ORIGIN: Point = { x: 0, y: 0 };

/** Which edge a way out is drawn as. */
export const edgeId = (id: string, key: string): string => `${id} ${key}`;

export function flowEdges(
  { definition }: Sheet,
  selected: string | undefined,
  path: readonly string[],
  chosenEdge?: string,
): FlowEdge[] {
  const taken = new Set(path.slice(1).map((to, place) => `${path[place]} ${to}`));
  return Object.entries(definition.nodes).flatMap(([id, node]) =>
    exitRows(node)
      .filter(({ target }) => target !== undefined && definition.nodes[target])
      .map(({ key, target = '', aside }): FlowEdge => {
        const lit = taken.has(`${id} ${target}`);
        const near = selected === id || selected === target;
        const kind = lit ? 'lit' : near ? 'near' : aside ? 'aside' : 'plan';
        return {
          id: edgeId(id, key),
          source: id,
          sourceHandle: key,
          target,
          targetHandle: 'in',
          selected: chosenEdge === edgeId(id, key),
          className: `flow-${kind}${aside ? ' flow-dashed' : ''}`,
          zIndex: lit ? 3 : near ? 2 : 0,
          markerEnd: {
            type: MarkerType.ArrowClosed,
            markerUnits: 'userSpaceOnUse',
            width: 20,
            height: 20,
            color: `var(--flow-${kind})`,
          },
        };
      }),
  );
}
