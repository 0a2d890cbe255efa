import '@xyflow/react/dist/base.css';
import { EmptyState } from '@openteller/web-kit';
import { IconSitemap } from '@tabler/icons-react';
import {
  applyNodeChanges,
  Background,
  type Connection,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useEditor } from '../editor/context.tsx';
import type { Picking } from '../editor/node-picker.tsx';
import { connect, moveNodes } from '../model/edits.ts';
import { exitRows } from '../model/rows.ts';
import { summaryOf } from '../model/summary.ts';
import classes from './canvas.module.css';
import { CanvasTools } from './canvas-tools.tsx';
import { type CardParts, flowEdges, flowNodes, type StepNode } from './flow.ts';
import { StepCard } from './step-card.tsx';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useInSight } from './use-in-sight.ts';
import { useShowAll } from './use-show-all.ts';

/** More than a window shows readably. */
const MANY = 14;
const NODE_TYPES = { step: StepCard };

export function Canvas({ onPick }: { onPick: (picking: Picking) => void }) {
  return (
    <ReactFlowProvider>
      <Drawing onPick={onPick} />
    </ReactFlowProvider>
  );
}

function Drawing({ onPick }: { onPick: (picking: Picking) => void }) {
  const { draft, findings, catalogue, languages, mayWrite, selected, select, openPanel, lit } = useEditor();
  const { sheet, edit } = draft;
  const { screenToFlowPosition } = useReactFlow();
  const [nodes, setNodes] = useState<StepNode[]>([]);
  const [chosenEdge, setChosenEdge] = useState<string>();
  const parts = useCallback(
    (id: string, node: Parameters<typeof summaryOf>[0]): CardParts => ({
      summary: summaryOf(node, languages, catalogue.titleOf),
      problems: findings.byNode.get(id) ?? [],
      passed: lit.path.indexOf(id) + 1,
      here: lit.at === id,
      writable: mayWrite,
    }),
    [languages, catalogue, findings.byNode, lit, mayWrite],
  );
  useEffect(() => {
    setNodes((before) => flowNodes(sheet, before, parts, selected));
  }, [sheet, parts, selected]);
  const edges = useMemo(
    () => flowEdges(sheet, selected, lit.path, chosenEdge),
    [sheet, selected, lit.path, chosenEdge],
  );
  const frame = useRef<HTMLElement>(null);
  useInSight(selected, sheet, frame);
  const showAll = useShowAll(sheet);
  const rowOf = (id: string | null, key: string | null | undefined) => {
    const node = id ? sheet.definition.nodes[id] : undefined;
    return node && exitRows(node).find((row) => row.key === key);
  };
  const onConnect = ({ source, sourceHandle, target }: Connection) => {
    const row = rowOf(source, sourceHandle);
    if (row) edit((now) => connect(now, source, row.keys, target));
  };
  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (state.isValid || !state.fromNode || state.fromHandle?.type !== 'source') return;
    const row = rowOf(state.fromNode.id, state.fromHandle.id);
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!row || !point) return;
    const { x, y } = screenToFlowPosition({ x: point.clientX, y: point.clientY });
    onPick({ from: state.fromNode.id, keys: row.keys, at: { x: Math.round(x), y: Math.round(y) - 30 } });
  };
  const removeEdge = (id: string) => {
    const at = id.indexOf(' ');
    const row = rowOf(id.slice(0, at), id.slice(at + 1));
    if (row) edit((now) => connect(now, id.slice(0, at), row.keys, undefined));
    setChosenEdge(undefined);
  };
  const { onKeyDown, told } = useCanvasKeys({ onPick, chosenEdge, removeEdge });
  return (
    <section className={classes.canvas} aria-label="Canvas" ref={frame}>
      <ReactFlow
        className={classes.flow ?? ''}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        tabIndex={0}
        aria-label="Steps of the procedure. Arrow keys walk along the ways and between steps, Tab adds a step after the chosen one, Escape lets go. The outline shows the same as a list."
        onKeyDown={onKeyDown}
        onNodesChange={(changes: NodeChange<StepNode>[]) =>
          setNodes((before) =>
            applyNodeChanges(
              changes.filter(({ type }) => type !== 'select'),
              before,
            ),
          )
        }
        onNodeClick={(_, { id }) => {
          setChosenEdge(undefined);
          select(id);
          openPanel('step');
        }}
        onNodeDragStop={(_, _node, dragged) =>
          edit((now) =>
            moveNodes(
              now,
              Object.fromEntries(
                dragged.map(({ id, position: { x, y } }) => [id, { x: Math.round(x), y: Math.round(y) }]),
              ),
            ),
          )
        }
        onPaneClick={() => {
          select(undefined);
          setChosenEdge(undefined);
        }}
        onEdgeClick={(_, { id }) => setChosenEdge(id)}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        nodesDraggable={mayWrite}
        nodesConnectable={mayWrite}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode="Space"
        connectionRadius={28}
        minZoom={0.08}
        maxZoom={1.6}
        onInit={showAll}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={22} size={1.4} color="var(--flow-dots)" />
        {nodes.length > MANY && (
          <MiniMap pannable zoomable ariaLabel="Overview of all steps" className={classes.map ?? ''} />
        )}
      </ReactFlow>
      {nodes.length === 0 && (
        <div className={classes.empty}>
          <EmptyState
            kind="first"
            icon={<IconSitemap size={26} stroke={1.6} />}
            title="An empty canvas"
            text="Begin with what the customer is asked, or with making sure who they are."
            {...(mayWrite ? { action: { label: 'Add the first step', run: () => onPick({}) } } : {})}
          />
        </div>
      )}
      <CanvasTools />
      <p className="ot-visually-hidden" role="status">
        {told}
      </p>
    </section>
  );
}
