import { describe, expect, it } from 'vitest';
import { accentFrom, contrastOf } from '../../src/chat/format/accent.ts';

const COLOURS = [
  '#0b5d5e',
  '#ffd000',
  '#ffffff',
  '#000000',
  '#7f7f7f',
  '#e11d48',
  '#3b82f6',
  '#22c55e',
  '#abc',
  'nonsense',
];

describe('the colours made from a bank’s own', () => {
  it.each(COLOURS)('can be read everywhere: %s', (colour) => {
    const accent = accentFrom(colour);
    expect(contrastOf(accent.surface, accent.onSurface)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(accent.deep, accent.onSurface)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(accent.ink.light, '#f0f2f6')).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(accent.ink.dark, '#222830')).toBeGreaterThanOrEqual(4.5);
  });

  it('leaves a colour alone that is readable already', () => {
    expect(accentFrom('#0b5d5e').surface).toBe('#0b5d5e');
    expect(accentFrom('#ffd000')).toMatchObject({ surface: '#ffd000', onSurface: '#101318' });
  });
});
