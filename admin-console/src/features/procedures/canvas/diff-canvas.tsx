import '@xyflow/react/dist/base.css';
import { Background, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { useEditor } from '../editor/context.tsx';
import { arrange } from '../model/arrange.ts';
import type { Definition, Sheet } from '../model/definition.ts';
import { changedNodes, type Difference, united } from '../model/diff.ts';
import { summaryOf } from '../model/summary.ts';
import classes from './canvas.module.css';
import { CanvasTools } from './canvas-tools.tsx';
import { flowEdges, flowNodes, type StepNode } from './flow.ts';
import { StepCard } from './step-card.tsx';
import { useShowAll } from './use-show-all.ts';

const NODE_TYPES = { step: StepCard };

interface DiffCanvasProps {
  before: Definition;
  after: Sheet;
  difference: Difference;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Both versions in one drawing that cannot be changed. */
export function DiffCanvas(props: DiffCanvasProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ before, after, difference, chosen, onChoose }: DiffCanvasProps) {
  const { catalogue, languages } = useEditor();
  const { fitView } = useReactFlow();
  const sheet = useMemo(
    () => arrange({ definition: united(before, after.definition), layout: { nodes: {} } }),
    [before, after],
  );
  const changed = useMemo(() => changedNodes(difference).map(({ id }) => id), [difference]);
  const [nodes, setNodes] = useState<StepNode[]>([]);
  useEffect(() => {
    setNodes((old) =>
      flowNodes(
        sheet,
        old,
        (id, node) => ({
          summary: summaryOf(node, languages, catalogue.titleOf),
          problems: [],
          passed: 0,
          here: false,
          mark: difference.nodes[id]?.mark,
          writable: false,
        }),
        chosen,
      ),
    );
  }, [sheet, difference, chosen, languages, catalogue]);
  useEffect(() => {
    if (chosen) void fitView({ nodes: [{ id: chosen }], padding: 1.2, maxZoom: 1 });
  }, [chosen, fitView]);
  const showAll = useShowAll(sheet, changed);
  const edges = useMemo(() => flowEdges(sheet, chosen, []), [sheet, chosen]);
  return (
    <section className={`${classes.canvas} ${classes.framed}`} aria-label="Drawing of the differences">
      <ReactFlow
        className={classes.flow ?? ''}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        aria-label="Both versions in one drawing; the list beside it says the same"
        onNodeClick={(_, { id }) => onChoose(id)}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        minZoom={0.08}
        maxZoom={1.6}
        onInit={showAll}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={22} size={1.4} color="var(--flow-dots)" />
      </ReactFlow>
      <CanvasTools />
    </section>
  );
}
