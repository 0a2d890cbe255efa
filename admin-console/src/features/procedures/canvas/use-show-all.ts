import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import type { Sheet } from '../model/definition.ts';
import { heightOf, WIDTH } from '../model/rows.ts';

export const FIT = { padding: 0.08, maxZoom: 1 };
/** Below this nobody reads a card. */
const READABLE = 0.5;

/**
 * Shows all of it when it is first drawn, or a part when all of it would be too small to read.
 *
 * @param rather the steps that matter; the beginning if there are none
 */
export function useShowAll(sheet: Sheet, rather: readonly string[] = []): () => void {
  const flow = useReactFlow();
  return useCallback(() => {
    // The nodes come with the first drawing after this.
    requestAnimationFrame(async () => {
      await flow.fitView(FIT);
      if (flow.getZoom() < READABLE && rather.length > 0) {
        await flow.fitView({ ...FIT, nodes: rather.map((id) => ({ id })) });
        // Where nearly all of it matters, that is no nearer: then it begins at the beginning.
        if (flow.getZoom() >= READABLE) return;
      }
      const { start } = sheet.definition;
      const at = start ? sheet.layout.nodes[start] : undefined;
      const node = start ? sheet.definition.nodes[start] : undefined;
      if (!at || !node || flow.getZoom() >= READABLE) return;
      await flow.setCenter(at.x + WIDTH / 2, at.y + heightOf(node) / 2 + 320, { zoom: 0.7 });
    });
  }, [flow, sheet, rather]);
}
