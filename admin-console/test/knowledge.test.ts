import type { AskedAnswer, Gap, Upload, Wording } from '@openteller/web-kit';
import { describe, expect, it } from 'vitest';
import { completeAnswer } from '../src/features/ask/api.ts';
import { tellingOf } from '../src/features/ask/told.ts';
import { inState, workOf } from '../src/features/gaps/board.ts';
import { addressProblem, hostOf, scheduleOf } from '../src/features/sources/crawl-words.ts';
import { wordingOffers } from '../src/features/wording/offers.ts';
import { blocksOf, inlinesOf } from '../src/shared/markdown/parse.ts';
import { FAILURE_CODES, failureOf } from '../src/shared/uploads/failures.ts';
import { countsOf, inOrder, shareOf, summaryOf } from '../src/shared/uploads/progress.ts';

const cited = (heading: string) => ({
  slug: 'card-fees',
  version: 4,
  title: 'Card fees',
  heading,
  place: '',
});
const first = 'A card costs ₹250.';
const second = 'Send the report within 7 days.';
const text = `${first} ${second}`;
const claim = (words: string, supported: boolean) => {
  const start = text.indexOf(words);
  return { text: words, kind: 'AMOUNT', supported, start, end: start + words.length };
};
const answer: AskedAnswer = completeAnswer({
  kind: 'ANSWERED',
  text,
  sentences: [
    { text: first, citations: [cited('Replacing')] },
    { text: second, citations: [cited('Theft'), cited('Replacing')] },
  ],
  gate: { outcome: 'HELD', claims: [claim('₹250', true), claim('within 7 days', false)] },
  millis: 12,
} as unknown as AskedAnswer);

describe('an answer as it is told', () => {
  const telling = tellingOf(answer);
  const marked = telling.sentences.map((sentence) =>
    sentence.pieces.filter((piece) => piece.mark).map((piece) => [piece.text, piece.mark?.supported]),
  );

  it('marks each claim in its own sentence', () => {
    expect(marked).toEqual([[['₹250', true]], [['within 7 days', false]]]);
  });

  it('numbers each source once', () => {
    expect(telling.sentences.map((sentence) => sentence.sources)).toEqual([[1], [2, 1]]);
    expect(telling.sources.map((source) => source.heading)).toEqual(['Replacing', 'Theft']);
  });

  it('is one sentence when it comes without any', () => {
    const bare = tellingOf({ ...answer, sentences: [] });
    expect(bare.sentences).toHaveLength(1);
    expect(bare.sentences[0]?.pieces.filter((piece) => piece.mark)).toHaveLength(2);
  });

  it('reads an answer whose empty lists were left out', () => {
    const silent = completeAnswer({ kind: 'NOT_KNOWN', millis: 3 } as AskedAnswer);
    expect(silent.considered).toEqual([]);
    expect(silent.gate).toEqual({ outcome: 'PASS', claims: [] });
    expect(silent.confidence).toBeUndefined();
  });
});

describe('an upload', () => {
  const upload: Upload = {
    id: 'u',
    by: 'Zoya Merchant',
    at: '2026-11-21T08:00:00Z',
    state: 'RUNNING',
    files: 4,
    done: 2,
    failed: 1,
    items: [
      { name: 'a.pdf', state: 'STORED' },
      { name: 'b.pdf', state: 'FAILED', code: 'FILE_ENCRYPTED' },
      { name: 'c.pdf', state: 'READING' },
      { name: 'd.pdf', state: 'WAITING' },
    ],
  };

  it('is half done when two of four are dealt with, failures too', () => {
    expect(shareOf(upload)).toBe(0.5);
    expect(summaryOf(upload)).toBe('1 stored as a draft, 1 failed, 2 to go');
  });

  it('keeps its order while it runs and shows failures first afterwards', () => {
    expect(inOrder(upload).map((item) => item.name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']);
    expect(inOrder({ ...upload, state: 'DONE' })[0]?.name).toBe('b.pdf');
  });

  it('is counted from its totals where the files are not listed', () => {
    expect(countsOf({ ...upload, items: [] })).toEqual({ stored: 1, unchanged: 0, failed: 1, waiting: 2 });
  });

  it('says what was not read when it was cancelled', () => {
    expect(summaryOf({ ...upload, state: 'CANCELLED' })).toContain('2 not read');
  });

  it('says for every failure what it is and what helps', () => {
    const said = FAILURE_CODES.map((code) => failureOf(code));
    expect(new Set(said.map((failure) => failure.what)).size).toBe(FAILURE_CODES.length);
    expect(failureOf('SOMETHING_NEW').todo).not.toBe('');
  });
});

describe('Markdown', () => {
  it('becomes headings, paragraphs, lists and tables', () => {
    const blocks = blocksOf(
      '---\ntitle: x\n---\n# Fees\n\nOne\nline.\n\n- a\n  more\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |',
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Fees' },
      { kind: 'text', text: 'One line.' },
      { kind: 'list', ordered: false, items: ['a more', 'b'] },
      { kind: 'table', head: ['x', 'y'], rows: [['1', '2']] },
    ]);
  });

  it('is read to its end, whatever stands in it', () => {
    for (const odd of [
      '```\nnever closed',
      '#',
      '|',
      '1.',
      '>',
      '- ',
      '####### seven',
      '| a |\n|---',
      '  - x',
    ]) {
      expect(() => blocksOf(odd)).not.toThrow();
    }
  });

  it('links only to addresses, never to scripts', () => {
    expect(inlinesOf('see [here](https://bank.example/a) now')[1]).toEqual({
      kind: 'link',
      text: 'here',
      url: 'https://bank.example/a',
    });
    expect(inlinesOf('[x](javascript:alert(1))').some((part) => part.kind === 'link')).toBe(false);
  });
});

describe('the gaps board', () => {
  const gap = (id: string, minutes: number, volume: number, state: Gap['state'] = 'OPEN'): Gap => ({
    id,
    label: id,
    questions: [],
    volume,
    cost: { minutes },
    lowConfidence: 0,
    unanswered: volume,
    outline: [],
    state,
  });

  it('puts the dearest first, then the most asked, each in its own column', () => {
    const all = [gap('a', 10, 3), gap('b', 10, 9), gap('c', 90, 1), gap('d', 500, 9, 'CLOSED')];
    expect(inState(all, 'OPEN').map((each) => each.id)).toEqual(['c', 'b', 'a']);
  });

  it('says time as people do', () => {
    expect([workOf(45), workOf(60), workOf(145)]).toEqual(['45 min', '1 h', '2 h 25 min']);
  });
});

describe('a site to crawl', () => {
  it('begins at a web address without a password', () => {
    expect(addressProblem('https://www.bank.example/help')).toBeUndefined();
    expect(addressProblem('file:///etc/passwd')).toBeDefined();
    expect(addressProblem('https://me:secret@bank.example')).toBeDefined();
    expect(addressProblem('bank.example')).toBeDefined();
  });

  it('allows the host it begins at', () =>
    expect(hostOf('https://www.bank.example/help')).toBe('www.bank.example'));

  it('says its schedule in words', () => {
    expect([undefined, 1, 24, 48, 5].map(scheduleOf)).toEqual([
      'only by hand',
      'every hour',
      'every day',
      'every 2 days',
      'every 5 hours',
    ]);
  });
});

describe('a wording in review', () => {
  const wording = {
    id: 'a',
    questions: [],
    text: 'x',
    language: 'en',
    strict: true,
    by: 'Zoya Merchant',
    standing: 'IN_REVIEW',
  } satisfies Wording;

  it('is approved by somebody else only', () => {
    const own = wordingOffers(wording, { id: '1', name: 'Zoya Merchant', email: 'z' });
    const other = wordingOffers(wording, { id: '2', name: 'Grace Pinto', email: 'g' });
    expect(own[0]?.blocked).toContain('own words');
    expect(other[0]?.blocked).toBeUndefined();
  });
});
