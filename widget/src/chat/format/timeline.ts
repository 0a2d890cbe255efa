import type { Message, Outgoing } from '../state/chat-state.ts';

export type Said = { kind: 'message'; message: Message } | { kind: 'outgoing'; outgoing: Outgoing };
export type Row =
  | { kind: 'day'; key: string; at: Date }
  | { kind: 'system'; key: string; message: Message }
  | { kind: 'group'; key: string; mine: boolean; ai: boolean; name: string; at: Date; said: Said[] };

const TOGETHER_MILLIS = 5 * 60_000;

/** Days, system lines, and runs of messages by one author that were written close together. */
export function timeline(messages: readonly Message[], outgoing: readonly Outgoing[]): Row[] {
  const rows: Row[] = [];
  let day = '';
  for (const said of [
    ...messages.map((message): Said => ({ kind: 'message', message })),
    ...outgoing.map((item): Said => ({ kind: 'outgoing', outgoing: item })),
  ]) {
    const at = new Date(said.kind === 'message' ? said.message.createdAt : said.outgoing.createdAt);
    const key = said.kind === 'message' ? String(said.message.seq) : said.outgoing.clientMessageId;
    if (at.toDateString() !== day) {
      day = at.toDateString();
      rows.push({ kind: 'day', key: `day-${day}`, at });
    }
    if (said.kind === 'message' && said.message.author === 'SYSTEM') {
      rows.push({ kind: 'system', key, message: said.message });
      continue;
    }
    const mine = said.kind === 'outgoing' || said.message.author === 'CUSTOMER';
    const ai = said.kind === 'message' && said.message.author === 'ASSISTANT';
    const name =
      said.kind === 'message' && said.message.author === 'AGENT' ? (said.message.agentName ?? '') : '';
    const last = rows.at(-1);
    const joins =
      last?.kind === 'group' &&
      last.mine === mine &&
      last.ai === ai &&
      last.name === name &&
      at.getTime() - last.at.getTime() < TOGETHER_MILLIS;
    if (joins) last.said.push(said);
    else rows.push({ kind: 'group', key: `group-${key}`, mine, ai, name, at, said: [said] });
  }
  return rows;
}

/** Which card still wants its proof; earlier ones are history. Questions may come after a code that was right. */
export function openChallenge(messages: readonly Message[], steppedUp: boolean): string | undefined {
  const at = messages.findLastIndex((message) => message.card?.kind === 'OTP');
  const card = messages[at]?.card;
  if (card?.kind !== 'OTP' || card.state !== 'OPEN') return undefined;
  const answered = messages.slice(at + 1).some((message) => message.author === 'ASSISTANT');
  return steppedUp && answered && !card.questions[0] ? undefined : card.challengeId;
}
