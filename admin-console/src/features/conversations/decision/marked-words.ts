export interface Part {
  at: number;
  text: string;
  marked: boolean;
}

/** Splits a text where the given words stand, whatever their case, so that a reader sees what raised a signal. */
export function marked(text: string, words: readonly string[]): Part[] {
  const parts: Part[] = [];
  const lower = text.toLowerCase();
  const wanted = words.map((each) => each.toLowerCase().trim()).filter((each) => each !== '');
  let from = 0;
  while (from < text.length) {
    const next = nearest(lower, wanted, from);
    if (!next) break;
    if (next.at > from) parts.push({ at: from, text: text.slice(from, next.at), marked: false });
    parts.push({ at: next.at, text: text.slice(next.at, next.at + next.length), marked: true });
    from = next.at + next.length;
  }
  if (from < text.length) parts.push({ at: from, text: text.slice(from), marked: false });
  return parts;
}

function nearest(
  text: string,
  words: readonly string[],
  from: number,
): { at: number; length: number } | undefined {
  let found: { at: number; length: number } | undefined;
  for (const word of words) {
    const at = text.indexOf(word, from);
    if (at >= 0 && (!found || at < found.at || (at === found.at && word.length > found.length))) {
      found = { at, length: word.length };
    }
  }
  return found;
}
