import { dayLabel, type Message, type Note } from '@openteller/web-kit';
import type { Outgoing } from './outbox.ts';

export type Entry =
  | { kind: 'day'; key: string; label: string }
  | { kind: 'message'; key: string; at: string; message: Message; first: boolean }
  | { kind: 'note'; key: string; at: string; note: Note }
  | { kind: 'outgoing'; key: string; at: string; outgoing: Outgoing };

const GROUP_MILLIS = 4 * 60_000;

/** Messages and notes in one order of time, a divider per day; `first` starts a run of one author. */
export function entriesOf(
  messages: readonly Message[],
  notes: readonly Note[],
  outgoing: readonly Outgoing[],
  now: number,
): Entry[] {
  const spoken: Entry[] = messages.map((message) => ({
    kind: 'message',
    key: `m${message.seq}`,
    at: message.createdAt,
    message,
    first: true,
  }));
  const noted: Entry[] = notes.map((note) => ({
    kind: 'note',
    key: `n${note.id}`,
    at: note.createdAt,
    note,
  }));
  const waiting: Entry[] = outgoing.map((each) => ({
    kind: 'outgoing',
    key: `o${each.clientMessageId}`,
    at: each.createdAt,
    outgoing: each,
  }));
  // A stable sort: messages of the same instant keep the order of their numbers.
  const sorted = [...spoken, ...noted].sort((a, b) => time(a) - time(b));
  return withDividers([...sorted, ...waiting], now);
}

const time = (entry: Entry): number => (entry.kind === 'day' ? 0 : Date.parse(entry.at));

function withDividers(entries: readonly Entry[], now: number): Entry[] {
  const result: Entry[] = [];
  let day = '';
  let before: Entry | undefined;
  for (const entry of entries) {
    if (entry.kind === 'day') continue;
    const label = dayLabel(entry.at, now);
    if (label !== day) result.push({ kind: 'day', key: `d${label}`, label });
    const follows = label === day && continues(before, entry);
    result.push(entry.kind === 'message' ? { ...entry, first: !follows } : entry);
    day = label;
    before = entry;
  }
  return result;
}

function continues(before: Entry | undefined, entry: Entry): boolean {
  return (
    entry.kind === 'message' &&
    before?.kind === 'message' &&
    before.message.author === entry.message.author &&
    before.message.agentName === entry.message.agentName &&
    time(entry) - time(before) < GROUP_MILLIS
  );
}
