import { describe, expect, it } from 'vitest';
import { parseJson } from '../src/api/json.ts';
import { asProblem, Problem, problemFrom } from '../src/api/problem.ts';
import { formatMoney, totals } from '../src/money.ts';
import { dayLabel, duration, relativeTime } from '../src/time.ts';

const rupees = (amountMinor: number) => ({ amountMinor, currency: 'INR' });

describe('money', () => {
  it('is written the way the bank’s customers read it', () => {
    expect(formatMoney(rupees(12_345_600), 'en-IN')).toBe('₹1,23,456.00');
    expect(formatMoney({ amountMinor: 12_345_600, currency: 'GBP' }, 'en-GB')).toBe('£123,456.00');
  });
  it('knows currencies without minor units', () => {
    expect(formatMoney({ amountMinor: 500, currency: 'JPY' }, 'en-GB')).toContain('500');
    expect(formatMoney({ amountMinor: 500, currency: 'JPY' }, 'en-GB')).not.toContain('.');
  });
  it('shows the sign of what moved, and none for nothing', () => {
    expect(formatMoney(rupees(100), 'en-IN', { signed: true })).toBe('+₹1.00');
    expect(formatMoney(rupees(-100), 'en-IN', { signed: true })).toBe('-₹1.00');
    expect(formatMoney(rupees(0), 'en-IN', { signed: true })).toBe('₹0.00');
  });
  it('never adds different currencies', () => {
    expect(totals([rupees(1), rupees(2), { amountMinor: 5, currency: 'GBP' }])).toEqual([
      rupees(3),
      { amountMinor: 5, currency: 'GBP' },
    ]);
  });
});

describe('time', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');
  const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();
  it('is told in the largest unit that says enough', () => {
    expect(relativeTime(at(-20), now)).toBe('now');
    expect(relativeTime(at(-50), now)).toBe('1 min ago');
    expect(relativeTime(at(-7_200), now)).toBe('2 h ago');
    expect(relativeTime(at(3_600), now)).toBe('in 1 h');
    expect(relativeTime(at(-9 * 86_400), now)).toBe('1 Mar 2026');
  });
  it('counts', () => {
    expect(duration(42_000)).toBe('42 s');
    expect(duration(185_000)).toBe('3 m 05 s');
    expect(duration(7_800_000)).toBe('2 h 10 m');
    expect(duration(-5)).toBe('0 s');
  });
  it('calls days by name', () => {
    expect(dayLabel(at(-60), now)).toBe('Today');
    expect(dayLabel(at(-86_400), now)).toBe('Yesterday');
    expect(dayLabel(at(-5 * 86_400), now)).toBe('5 Mar 2026');
  });
});

describe('a problem', () => {
  it('is read from problem+json', async () => {
    const body = {
      code: 'RATE_LIMITED',
      title: 'Too many requests',
      errors: [{ field: 'a', message: 'b' }, 'junk'],
    };
    const response = new Response(JSON.stringify(body), { status: 429, headers: { 'Retry-After': '3' } });
    const problem = await problemFrom(response);
    expect(problem).toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
      title: 'Too many requests',
      retryAfterMillis: 3000,
    });
    expect(problem.errors).toEqual([{ field: 'a', message: 'b' }]);
    expect(problem.worthRetrying).toBe(true);
  });
  it('is made even of an answer that is no problem+json', async () => {
    const problem = await problemFrom(new Response('<html>Bad gateway</html>', { status: 502 }));
    expect(problem).toMatchObject({ code: 'HTTP_502', title: 'The platform could not answer' });
  });
  it('says that nothing was heard when fetch fails', () => {
    expect(asProblem(new TypeError('fetch failed'))).toMatchObject({
      code: 'UNREACHABLE',
      worthRetrying: true,
    });
    const refused = new Problem({ status: 409, code: 'X', title: 'x' });
    expect(asProblem(refused)).toBe(refused);
    expect(refused.worthRetrying).toBe(false);
  });
});

describe('JSON from the platform', () => {
  it('has one way to say that a value is missing', () => {
    expect(parseJson('{"a":null,"b":{"c":null,"d":0},"e":[]}')).toEqual({ b: { d: 0 }, e: [] });
    expect(() => parseJson('nope')).toThrow();
  });
});
