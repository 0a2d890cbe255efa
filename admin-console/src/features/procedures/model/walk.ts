import { orderOf, type Sheet } from './definition.ts';
import { exitsOf } from './exits.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The step that an arrow key leads to: down along the first way out, up to where the customer comes from, left and right to
 * what stands beside it.
 */
export function walk(sheet: Sheet, from: string | undefined, direction: Direction): string | undefined {
  const { definition, layout } = sheet;
  const ids = orderOf(sheet);
  if (!from || !definition.nodes[from]) return definition.start ?? ids[0];
  if (direction === 'down') {
    return exitsOf(definition.nodes[from]).find(({ target }) => target && definition.nodes[target])?.target;
  }
  if (direction === 'up') {
    const leads = (id: string) =>
      definition.nodes[id] && exitsOf(definition.nodes[id]).some(({ target }) => target === from);
    return ids.find((id) => id !== from && leads(id));
  }
  const here = layout.nodes[from] ?? { x: 0, y: 0 };
  const sign = direction === 'right' ? 1 : -1;
  const distance = (id: string) => {
    const { x, y } = layout.nodes[id] ?? { x: 0, y: 0 };
    return (x - here.x) * sign > 0
      ? (x - here.x) * sign + 2 * Math.abs(y - here.y)
      : Number.POSITIVE_INFINITY;
  };
  const nearest = ids.filter((id) => id !== from).sort((one, other) => distance(one) - distance(other))[0];
  return nearest !== undefined && Number.isFinite(distance(nearest)) ? nearest : undefined;
}
