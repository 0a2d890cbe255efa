import { describe, expect, it } from 'vitest';
import { ar } from '../../src/chat/text/ar.ts';
import { en } from '../../src/chat/text/en.ts';
import { hi } from '../../src/chat/text/hi.ts';

/** Every phrase with its path; phrases with a gap are said with a mark in it. */
function phrases(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'function') return [[path, String(words('\u25A0'))]];
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words as object).flatMap(([key, value]) => phrases(value, `${path}.${key}`));
}

describe('the three languages', () => {
  it.each([
    ['Hindi', hi, /[\u0900-\u097F]/],
    ['Arabic', ar, /[\u0600-\u06FF]/],
  ] as const)('%s says everything itself', (_, words, script) => {
    expect(phrases(words).map(([path]) => path)).toEqual(phrases(en).map(([path]) => path));
    for (const [path, phrase] of phrases(words)) {
      expect(phrase, path).toMatch(script);
    }
  });

  it('keeps what is filled in', () => {
    const gaps = phrases(en)
      .filter(([, phrase]) => phrase.includes('\u25A0'))
      .map(([path]) => path);
    expect(gaps.length).toBeGreaterThan(8);
    for (const words of [hi, ar]) {
      const filled = new Map(phrases(words));
      for (const path of gaps) expect(filled.get(path), path).toContain('\u25A0');
    }
  });
});
