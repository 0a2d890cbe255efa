import { compact, flagIn, oneOf, textIn } from '../../shared/search-values.ts';
import { STANDING_NAMES } from '../../shared/standing.tsx';

export interface LibrarySearch {
  standing?: (typeof STANDING_NAMES)[number];
  category?: string;
  tag?: string;
  owner?: string;
  due?: true;
  archived?: true;
  q?: string;
  upload?: true;
  write?: true;
  rules?: true;
}

export const librarySearch = (raw: Record<string, unknown>): LibrarySearch =>
  compact({
    standing: oneOf(raw.standing, STANDING_NAMES),
    category: textIn(raw.category),
    tag: textIn(raw.tag),
    owner: textIn(raw.owner),
    due: flagIn(raw.due),
    archived: flagIn(raw.archived),
    q: textIn(raw.q),
    upload: flagIn(raw.upload),
    write: flagIn(raw.write),
    rules: flagIn(raw.rules),
  });

/** What narrows the list; the dialogs stand in the address too but do not. */
export function filterOf({ standing, category, tag, owner, due, archived, q }: LibrarySearch) {
  return { standing, category, tag, owner, due, archived, q };
}
