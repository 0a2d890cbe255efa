import { fieldWords } from './field-words.ts';

const UNREADABLE = /^Node '[^']+'(?:, field '([^']+)')? (.+)$/s;
const NOWHERE = /^(?:next|otherwise|(cases|labels)\[(\d+)\]\.next)$/;

/**
 * What the checker says of a step that cannot be read yet, in the words of the form that it is filled in with. What it says of
 * one that can be read is for people as it is.
 */
export function problemWords(message: string): string {
  const [, field, rest] = UNREADABLE.exec(message) ?? [];
  if (rest === undefined) return message;
  if (field === undefined) return `It ${rest}`;
  const missing = rest.startsWith('is missing');
  const way = missing ? NOWHERE.exec(field) : null;
  if (way?.[1]) return `${way[1] === 'cases' ? 'Case' : 'Label'} ${Number(way[2]) + 1} leads nowhere yet.`;
  if (way) return field === 'otherwise' ? 'Otherwise it leads nowhere yet.' : 'It leads nowhere yet.';
  return `${fieldWords(field.replace(/\[(\d+)\]/g, '.$1'))}: ${rest}`;
}
