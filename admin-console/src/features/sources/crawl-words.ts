import { plural } from '../../shared/words.ts';

/** What became of a page, in plain words. */
const PAGES: Record<string, { label: string; tone: 'ok' | 'plain' | 'warn' | 'danger' }> = {
  STORED: { label: 'New or changed: stored as a draft', tone: 'ok' },
  UNCHANGED: { label: 'Unchanged', tone: 'plain' },
  SKIPPED_ROBOTS: { label: 'Left out: the site’s robots.txt forbids it', tone: 'warn' },
  OUTSIDE: { label: 'Left out: not on an allowed host', tone: 'plain' },
  DUPLICATE: { label: 'The same as another page', tone: 'plain' },
  VANISHED: { label: 'Not there any more; its document stays until somebody decides', tone: 'warn' },
  LISTED: { label: 'Sitemap, its pages follow', tone: 'plain' },
  WAITING: { label: 'Waiting', tone: 'plain' },
  FETCHING: { label: 'Being read…', tone: 'plain' },
  CANCELLED: { label: 'Not read: the crawl was stopped', tone: 'plain' },
  FAILED: { label: 'Could not be read', tone: 'danger' },
};

export const pageOf = (state: string) => PAGES[state] ?? { label: state, tone: 'plain' as const };

interface ReadPage {
  state: string;
  detail?: string;
}

/** The state says why a page was left out; only a failure needs its own words besides. */
export const detailOf = ({ state, detail }: ReadPage): string | undefined =>
  state === 'FAILED' || !PAGES[state] ? detail : undefined;

/** `6 pages: 1 stored as a draft, 2 unchanged, 1 left out, 2 failed`. Other sites' pages were never asked for. */
export function crawlSummary(items: readonly ReadPage[]): string {
  const of = (...states: string[]) => items.filter((page) => states.includes(page.state)).length;
  const stored = of('STORED');
  const parts: [number, string][] = [
    [stored, stored === 1 ? 'stored as a draft' : 'stored as drafts'],
    [of('UNCHANGED'), 'unchanged'],
    [of('SKIPPED_ROBOTS', 'DUPLICATE'), 'left out'],
    [of('VANISHED'), 'not there any more'],
    [of('FAILED'), 'failed'],
    [of('CANCELLED'), 'not read'],
  ];
  const named = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const pages = plural(items.length - of('OUTSIDE', 'LISTED'), 'page');
  return named.length > 0 ? `${pages}: ${named.join(', ')}` : pages;
}

/** `every day`, `every 6 hours`, `only by hand`. */
export function scheduleOf(hours: number | undefined): string {
  if (!hours) return 'only by hand';
  if (hours === 1) return 'every hour';
  if (hours === 24) return 'every day';
  if (hours === 168) return 'every week';
  return hours % 24 === 0 ? `every ${hours / 24} days` : `every ${hours} hours`;
}

/** Why this is no address to begin at; absent when it is one. */
export function addressProblem(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return 'Write a whole address, such as https://www.bank.example/help';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'Only web addresses can be crawled';
  if (url.username || url.password) return 'Leave user name and password out of the address';
  return undefined;
}

export const hostOf = (address: string): string | undefined =>
  addressProblem(address) ? undefined : new URL(address.trim()).host;
