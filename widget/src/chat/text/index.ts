import type { Locale } from '../../frame.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** One small file each: languages cost nothing to those who read others. */
export async function wordsFor(locale: Locale): Promise<Words> {
  switch (locale) {
    case 'hi':
      return (await import('./hi.ts')).hi;
    case 'ar':
      return (await import('./ar.ts')).ar;
    case 'en':
      return (await import('./en.ts')).en;
  }
}
