import { describe, expect, it } from 'vitest';
import { slaOf } from '../../src/shared/desk/sla.ts';
import { humanise, languageName, reasonOf } from '../../src/shared/desk/words.ts';

const NOW = Date.parse('2026-03-01T10:00:00Z');
const due = (seconds: number) => ({
  slaSeconds: 300,
  slaDueAt: new Date(NOW + seconds * 1000).toISOString(),
});

describe('the promised answer time', () => {
  it('is fine at first', () => {
    const sla = slaOf(due(270), NOW);
    expect(sla.used).toBeCloseTo(0.1);
    expect(sla).toMatchObject({ risk: 'fine', text: '4 m 30 s left' });
  });
  it('is at risk from seven tenths on', () => {
    expect(slaOf(due(90), NOW).risk).toBe('soon');
    expect(slaOf(due(91), NOW).risk).toBe('fine');
  });
  it('says by how much it was broken', () => {
    expect(slaOf(due(-62), NOW)).toMatchObject({ risk: 'late', text: '1 m 02 s over' });
  });
});

describe('words for codes', () => {
  it('turns codes into sentences', () => {
    expect(humanise('CARD_LOST')).toBe('Card lost');
    expect(humanise('upi-limit')).toBe('UPI limit');
  });
  it('shows a reason that this version does not know', () => {
    expect(reasonOf('NEW_KIND')).toEqual({ label: 'New kind', colour: 'gray' });
  });
  it('survives a language code that is none', () => {
    expect(languageName('hi')).toBe('Hindi');
    expect(languageName('!')).toBe('!');
  });
});
