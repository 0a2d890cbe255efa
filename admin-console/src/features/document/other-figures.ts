const FIGURE = /\p{Sc}?\s?\d[\d.,]*\d|\p{Sc}?\s?\d/gu;

/** The figures of a text that the other text does not have: what a contradiction is usually about. */
export function otherFigures(text: string, other: string): string[] {
  const known = new Set(other.match(FIGURE)?.map((figure) => figure.trim()));
  return [...new Set(text.match(FIGURE)?.map((figure) => figure.trim()))].filter(
    (figure) => !known.has(figure),
  );
}
