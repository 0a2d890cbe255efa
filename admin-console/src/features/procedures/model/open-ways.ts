import type { Definition, Edge, Sheet } from './definition.ts';
import { connect } from './edits.ts';
import { type ExitKey, exitsOf } from './exits.ts';

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
