const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Short distance in the past or future: "now", "4 min ago", "in 2 h", "3 d ago"; older than a week gives the date. */
export function relativeTime(iso: string, now: number, locale = 'en-GB'): string {
  const distance = now - Date.parse(iso);
  const span = Math.abs(distance);
  if (span < 45_000) return 'now';
  if (span >= 7 * DAY) return dayOf(iso, locale);
  const amount =
    span < HOUR
      ? `${Math.max(1, Math.round(span / MINUTE))} min`
      : span < DAY
        ? `${Math.round(span / HOUR)} h`
        : `${Math.round(span / DAY)} d`;
  return distance >= 0 ? `${amount} ago` : `in ${amount}`;
}

/** How long something has lasted, for counters that tick: "42 s", "3 m 05 s", "2 h 10 m", "4 d". */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} m ${pad(seconds % 60)} s`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ${pad(Math.floor(seconds / 60) % 60)} m`;
  return `${Math.floor(seconds / 86_400)} d`;
}

const pad = (n: number) => String(n).padStart(2, '0');

/** Clock time in the reader's zone: "14:05". */
export function clockTime(iso: string, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(iso),
  );
}

/** "21 Nov 2026" in the reader's zone. */
export function dayOf(iso: string, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(iso),
  );
}

/** "21 Nov 2026, 14:05:09" with the zone's name: what a tooltip shows behind a relative time. */
export function exactTime(iso: string, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
  }).format(new Date(iso));
}

/** "Today", "Yesterday" or the date: the divider between the days of a conversation. */
export function dayLabel(iso: string, now: number, locale = 'en-GB'): string {
  const day = dayOf(iso, locale);
  if (day === dayOf(new Date(now).toISOString(), locale)) return 'Today';
  if (day === dayOf(new Date(now - DAY).toISOString(), locale)) return 'Yesterday';
  return day;
}
