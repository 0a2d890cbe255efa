/** What became of a page, in plain words. */
const PAGES: Record<string, { label: string; tone: 'ok' | 'plain' | 'warn' | 'danger' }> = {
  STORED: { label: 'Changed, stored as a draft', tone: 'ok' },
  UNCHANGED: { label: 'Unchanged', tone: 'plain' },
  SKIPPED_ROBOTS: { label: 'Left out: the site’s robots.txt forbids it', tone: 'warn' },
  OUTSIDE: { label: 'Left out: not on an allowed host', tone: 'plain' },
  FAILED: { label: 'Could not be read', tone: 'danger' },
};

export const pageOf = (state: string) => PAGES[state] ?? { label: state, tone: 'plain' as const };

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
