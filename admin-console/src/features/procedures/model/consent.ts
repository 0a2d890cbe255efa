import type { Definition, NodeType } from './definition.ts';
import { exitsOf } from './exits.ts';

/** How many steps of asking may stand between a yes and what it is for. */
const BEFORE = 4;

/** A yes that is asked for before an operation is the yes to it, unless it is somebody's already. */
export function withConsent(nodes: Definition['nodes'], added: string): Definition['nodes'] {
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
