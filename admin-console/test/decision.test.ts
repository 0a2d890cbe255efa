import { describe, expect, it } from 'vitest';
import { completeDecision } from '../src/features/conversations/decision/complete.ts';
import { marked } from '../src/features/conversations/decision/marked-words.ts';
import { bars } from '../src/features/conversations/decision/waterfall.tsx';

describe('a decision that leaves its empty lists out', () => {
  const read = completeDecision({
    turnId: 't',
    at: '2026-11-21T07:00:00Z',
    route: 'REFUSE',
    rule: 'below-the-floor',
  });

  it('reads as having none of them', () => {
    expect(read.passages).toEqual([]);
    expect(read.operations).toEqual([]);
    expect(read.considered).toEqual([]);
  });

  it('gets no confidence, language or check that nobody wrote down', () => {
    expect(read.confidence).toBeUndefined();
    expect(read.language).toBeUndefined();
    expect(read.guard).toBeUndefined();
  });
});

describe('words that raised a signal', () => {
  it('are marked where they stand, whatever their case', () => {
    expect(marked('I Didn’t make this payment', ['didn’t make this']).filter((part) => part.marked)).toEqual([
      { at: 2, text: 'Didn’t make this', marked: true },
    ]);
  });

  it('leave the text as it was', () => {
    const text = 'a fraud, a FRAUD and a card';
    const parts = marked(text, ['fraud', 'card', '']);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.marked)).toHaveLength(3);
  });

  it('take the longer of two that begin at the same place', () => {
    expect(marked('stolen card', ['stolen', 'stolen card'])[0]?.text).toBe('stolen card');
  });
});

describe('the waterfall', () => {
  const steps = [
    { name: 'understand', millis: 30, note: '' },
    { name: 'draft', millis: 50, note: '' },
  ];

  it('begins each bar where the one before ended', () => {
    expect(bars(steps, 100).map(({ start, length }) => [start, length])).toEqual([
      [0, 0.3],
      [0.3, 0.5],
    ]);
  });

  it('stays inside its frame when the steps add up to more than the whole', () => {
    const last = bars(steps, 10).at(-1);
    expect((last?.start ?? 0) + (last?.length ?? 0)).toBeCloseTo(1);
  });

  it('survives a turn that took no time', () => {
    expect(bars([{ name: 'route', millis: 0, note: '' }], 0)[0]).toMatchObject({ start: 0, length: 0 });
  });
});
