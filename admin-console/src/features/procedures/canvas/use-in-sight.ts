import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import type { Sheet } from '../model/definition.ts';
import { heightOf, WIDTH } from '../model/rows.ts';

/** Brings the chosen step into sight when it was chosen elsewhere: in the problems, on a run's path, by adding it. */
export function useInSight(
  selected: string | undefined,
  sheet: Sheet,
  frame: RefObject<HTMLElement | null>,
): void {
  const flow = useReactFlow();
  const latest = useRef(sheet);
  latest.current = sheet;
  useEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    const at = selected ? latest.current.layout.nodes[selected] : undefined;
    const node = selected ? latest.current.definition.nodes[selected] : undefined;
    if (!box || !at || !node) return;
    const { x, y, zoom } = flow.getViewport();
    const height = heightOf(node);
    const left = at.x * zoom + x;
    const top = at.y * zoom + y;
    const inside =
      left >= 0 && top >= 0 && left + WIDTH * zoom <= box.width && top + height * zoom <= box.height;
    if (!inside) void flow.setCenter(at.x + WIDTH / 2, at.y + height / 2, { zoom });
  }, [selected, flow, frame]);
}
