import type { Definition, Wording } from './definition.ts';

/** Every wording in it, found by shape: maps under these names hold texts by language. */
const WORDINGS = new Set(['text', 'title', 'label']);

/** The bank's languages first, then whatever else the procedure speaks. */
export function languagesOf(definition: Definition, ofBank: readonly string[]): string[] {
  const found = new Set(ofBank);
  const visit = (value: unknown, key = ''): void => {
    if (typeof value !== 'object' || value === null) return;
    if (WORDINGS.has(key) && !Array.isArray(value))
      for (const language of Object.keys(value)) found.add(language);
    else for (const [name, each] of Object.entries(value)) visit(each, name);
  };
  visit(definition);
  return found.size > 0 ? [...found] : ['en'];
}

export const missingIn = (wording: Wording | undefined, languages: readonly string[]): string[] =>
  languages.filter((language) => !wording?.[language]?.trim());

/** The text as this reader understands it best. */
export const said = (wording: Wording | undefined, languages: readonly string[]): string =>
  languages.map((language) => wording?.[language]).find((text) => text?.trim()) ??
  Object.values(wording ?? {}).find((text) => text.trim()) ??
  '';

/** The wording with that language's text; an empty one is left out, so that the checker sees it missing. */
export function withText(wording: Wording | undefined, language: string, text: string): Wording {
  const { [language]: _old, ...others } = wording ?? {};
  return text === '' ? others : { ...wording, [language]: text };
}
