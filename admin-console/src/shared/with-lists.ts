/** The platform leaves empty lists out of its answers; here they become empty lists again. */
export function withLists<T extends object>(raw: T, ...names: (keyof T)[]): T {
  const missing = names.filter((name) => raw[name] === undefined || raw[name] === null);
  return missing.length === 0 ? raw : { ...raw, ...Object.fromEntries(missing.map((name) => [name, []])) };
}

/** Each of the items, with the lists that were left out of it. */
export function itemsOf<T extends object>(answer: { items?: T[] } | undefined, ...names: (keyof T)[]): T[] {
  return (answer?.items ?? []).map((item) => withLists(item, ...names));
}
