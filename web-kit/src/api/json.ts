/**
 * Parses JSON that follows our contract, where a missing value and `null` mean the same: both arrive as `undefined`, so
 * that optional fields have one test. Throws like JSON.parse.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => (value === null ? undefined : value));
}
