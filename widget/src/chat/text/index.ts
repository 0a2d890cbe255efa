import type { Locale } from '../../frame.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** English comes with the chat; another language is one small file more, so that languages cost nothing to those who read others. */
export async function wordsFor(locale: Locale): Promise<Words> {
  switch (locale) {
    case 'hi':
      return (await import('./hi.ts')).hi;
    case 'ar':
      return (await import('./ar.ts')).ar;
    case 'en':
      return en;
  }
}
