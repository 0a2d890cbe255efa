/** One place where two documents are not the same. */
export interface Change {
  /** As people read it: `operations / cards.block/v1 / call / path`. */
  place: string;
  before?: string;
  after?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const written = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, isObject(value) ? 2 : undefined);

/** What changed from one document to another, down to the single expression. Its number is no change. */
export function differenceOf(before: unknown, after: unknown, path: readonly string[] = []): Change[] {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names
      .filter((name) => !(path.length === 0 && name === 'version'))
      .flatMap((name) => differenceOf(before[name], after[name], [...path, name]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [
    {
      place: path.join(' / ') || 'The whole document',
      ...(before !== undefined && { before: written(before) }),
      ...(after !== undefined && { after: written(after) }),
    },
  ];
}
