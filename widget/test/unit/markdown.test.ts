import { describe, expect, it } from 'vitest';
import { parseMarkdown, safeHref } from '../../src/chat/format/markdown.ts';

const text = (said: string) => ({ kind: 'text', text: said });

describe('the small markdown', () => {
  it('knows paragraphs, bold and line breaks', () => {
    expect(parseMarkdown('A **bold** word\nnext line\n\nSecond')).toEqual([
      {
        kind: 'paragraph',
        content: [
          text('A '),
          { kind: 'bold', text: 'bold' },
          text(' word'),
          { kind: 'break' },
          text('next line'),
        ],
      },
      { kind: 'paragraph', content: [text('Second')] },
    ]);
  });

  it('knows lists, also loose ones and ones that start late', () => {
    expect(parseMarkdown('Fees:\n- one\n\n- two\n3. three')).toEqual([
      { kind: 'paragraph', content: [text('Fees:')] },
      { kind: 'list', ordered: false, start: 1, items: [[text('one')], [text('two')]] },
      { kind: 'list', ordered: true, start: 3, items: [[text('three')]] },
    ]);
  });

  it('does not take an amount or a dash in a sentence for a list', () => {
    expect(parseMarkdown('-₹500 was taken')).toEqual([
      { kind: 'paragraph', content: [text('-₹500 was taken')] },
    ]);
    expect(parseMarkdown('1.5 per cent')).toEqual([{ kind: 'paragraph', content: [text('1.5 per cent')] }]);
  });

  it('links addresses without the full stop after them', () => {
    expect(parseMarkdown('See https://bank.example/a.')).toEqual([
      {
        kind: 'paragraph',
        content: [
          text('See '),
          { kind: 'link', text: 'https://bank.example/a', href: 'https://bank.example/a' },
          text('.'),
        ],
      },
    ]);
  });

  it('leaves markup as text', () => {
    const script = '<img src=x onerror=alert(1)> <script>alert(1)</script>';
    expect(parseMarkdown(script)).toEqual([{ kind: 'paragraph', content: [text(script)] }]);
  });

  it('follows only addresses that show a page, write or call', () => {
    const base = 'https://api.bank.example';
    expect(safeHref('/help/meridian/fees/3#passage', base)).toBe(
      'https://api.bank.example/help/meridian/fees/3#passage',
    );
    expect(safeHref('tel:+911234', base)).toBe('tel:+911234');
    for (const bad of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'blob:x',
      'http://',
    ]) {
      expect(safeHref(bad, base), bad).toBeUndefined();
    }
  });
});
