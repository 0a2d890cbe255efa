import type { Locale } from '../frame.ts';

/** The language asked for, else the page's, else the browser's, else English. */
export function pickLocale(...wanted: (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    const language = tag?.slice(0, 2).toLowerCase() ?? '';
    if (Object.hasOwn(LABELS, language)) return language as Locale;
  }
  return 'en';
}

/** The button's name, and what it says when the chat's own file does not come. */
export const LABELS: Record<Locale, readonly [string, string]> = {
  en: ['Chat', 'The chat could not load. Try again.'],
  hi: ['चैट', 'चैट लोड नहीं हो सकी। फिर कोशिश करें।'],
  ar: ['محادثة', 'تعذّر تحميل المحادثة. حاول مرة أخرى.'],
};
