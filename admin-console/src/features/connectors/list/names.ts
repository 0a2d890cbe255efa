const NAME = /^[a-z][a-z0-9-]{1,60}$/;
const TAKEN = ['schema', 'import', 'preview', 'check', 'trial'];

/** `Fern Bank, cards` becomes `fern-bank-cards`. */
export const nameFrom = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');

/** What is wrong with a name for a connector. */
export function nameProblem(name: string, taken: readonly { id: string }[]): string | undefined {
  if (!NAME.test(name)) return 'Lower-case letters, digits and hyphens, such as “fern-cards”';
  if (TAKEN.includes(name)) return 'This word is the platform’s own';
  return taken.some(({ id }) => id === name) ? 'Another connector has this name' : undefined;
}
