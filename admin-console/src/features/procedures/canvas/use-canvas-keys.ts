import { useReactFlow } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import { useEditor } from '../editor/context.tsx';
import { focusInspector } from '../editor/focus.ts';
import type { Picking } from '../editor/node-picker.tsx';
import { exitsOf } from '../model/exits.ts';
import { heightOf, WIDTH } from '../model/rows.ts';
import { summaryOf, TYPE_WORDS } from '../model/summary.ts';
import { type Direction, walk } from '../model/walk.ts';

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

interface CanvasKeys {
  onPick: (picking: Picking) => void;
  chosenEdge: string | undefined;
  removeEdge: (id: string) => void;
}

/** Walking, adding and letting go with the keyboard, and what is told about it to whoever does not see the canvas. */
export function useCanvasKeys({ onPick, chosenEdge, removeEdge }: CanvasKeys) {
  const { draft, selected, select, openPanel, findings, catalogue, languages, mayWrite } = useEditor();
  const flow = useReactFlow();
  const { sheet } = draft;
  const go = (id: string | undefined) => {
    if (!id) return;
    select(id);
    const at = sheet.layout.nodes[id];
    const node = sheet.definition.nodes[id];
    if (!at || !node) return;
    const { zoom } = flow.getViewport();
    void flow.setCenter(at.x + WIDTH / 2, at.y + heightOf(node) / 2, { zoom: Math.max(zoom, 0.6) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = ARROWS[event.key];
    const empty = Object.keys(sheet.definition.nodes).length === 0;
    if (direction) go(walk(sheet, selected, direction));
    else if (event.key === 'Enter' && selected) {
      openPanel('step');
      focusInspector(selected);
    } else if (event.key === 'Escape' && selected) select(undefined);
    // With nothing chosen, Tab goes on to the next field as everywhere.
    else if (event.key === 'Tab' && !event.shiftKey && mayWrite && (selected || empty))
      onPick({ from: selected });
    else if (event.key === 'Delete' && chosenEdge && mayWrite) removeEdge(chosenEdge);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const node = selected ? sheet.definition.nodes[selected] : undefined;
  const told =
    selected && node
      ? [
          `${selected}, ${TYPE_WORDS[node.type].label}: ${summaryOf(node, languages, catalogue.titleOf)}`,
          ...exitsOf(node).map(({ words, target }) => `${words} to ${target ?? 'nowhere yet'}`),
          ...(findings.byNode.get(selected) ?? []).map(({ message }) => `Problem: ${message}`),
        ].join('. ')
      : '';
  return { onKeyDown, told };
}
