/** What a field of day and time holds, in the reader's zone, as an instant. */
export const instantOf = (local: string): string => new Date(local).toISOString();

/** Why these two moments make no period; absent when they do. Empty means at once, and open. */
export function periodProblem(from: string, until: string, now: number): string | undefined {
  if (!until) return undefined;
  const end = Date.parse(until);
  const begin = from ? Date.parse(from) : now;
  if (Number.isNaN(end) || Number.isNaN(begin)) return 'This is no date';
  if (end <= begin) return from ? 'It ends before it begins' : 'This moment has passed';
  return undefined;
}
