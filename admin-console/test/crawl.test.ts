import { describe, expect, it } from 'vitest';
import { crawlSummary, detailOf, hostOf } from '../src/features/sources/crawl-words.ts';

const page = (state: string, detail?: string) => ({ state, ...(detail ? { detail } : {}) });

describe('what a crawl made of its pages', () => {
  it('counts those that were asked for, by what became of them', () => {
    const items = [
      page('STORED'),
      page('STORED'),
      page('UNCHANGED'),
      page('SKIPPED_ROBOTS'),
      page('FAILED'),
      page('OUTSIDE'),
    ];
    expect(crawlSummary(items)).toBe('5 pages: 2 stored as drafts, 1 unchanged, 1 left out, 1 failed');
    expect(crawlSummary([])).toBe('0 pages');
  });

  it('says a reason once', () => {
    expect(detailOf(page('SKIPPED_ROBOTS', 'robots.txt asks not to'))).toBeUndefined();
    expect(detailOf(page('FAILED', 'The site answered with 500'))).toBe('The site answered with 500');
  });

  it('knows a host by its port as well', () => {
    expect(hostOf('http://127.0.0.1:9000/help')).toBe('127.0.0.1:9000');
    expect(hostOf('https://www.bank.example/help')).toBe('www.bank.example');
  });
});
