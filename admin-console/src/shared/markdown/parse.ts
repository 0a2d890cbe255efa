/** The part of Markdown that the platform reads into passages: headings, paragraphs, lists, tables, quotes, code. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'text' | 'quote' | 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] };

export type Inline =
  | { kind: 'plain' | 'strong' | 'emphasis' | 'code'; text: string }
  | { kind: 'link'; text: string; url: string };

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBER = /^\s*\d+[.)]\s+(.*)$/;
const DIVIDER = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const FENCE = /^\s*(```|~~~)/;

export function blocksOf(markdown: string): Block[] {
  const lines = withoutFrontMatter(markdown.replace(/\r\n?/g, '\n').split('\n'));
  const blocks: Block[] = [];
  let at = 0;
  const takeWhile = (fits: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    while (at < lines.length && fits(lines[at] ?? '')) taken.push(lines[at++] ?? '');
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = HEADING.exec(line);
    if (line.trim() === '' || /^\s*([-*_]\s*){3,}$/.test(line)) at++;
    else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
      at++;
    } else if (FENCE.test(line)) {
      at++;
      blocks.push({ kind: 'code', text: takeWhile((each) => !FENCE.test(each)).join('\n') });
      at++;
    } else if (
      line.includes('|') &&
      DIVIDER.test(lines[at + 1] ?? '') &&
      (lines[at + 1] ?? '').includes('-')
    ) {
      const head = cells(line);
      at += 2;
      const rows = takeWhile((each) => each.includes('|') && each.trim() !== '').map(cells);
      blocks.push({ kind: 'table', head, rows });
    } else if (line.startsWith('>')) {
      const quoted = takeWhile((each) => each.startsWith('>')).map((each) => each.replace(/^>\s?/, ''));
      blocks.push({ kind: 'quote', text: quoted.join(' ') });
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      const ordered = !BULLET.test(line);
      blocks.push({ kind: 'list', ordered, items: listItems(takeWhile((each) => continuesList(each))) });
    } else {
      blocks.push({ kind: 'text', text: takeWhile((each) => isPlain(each)).join(' ') });
    }
  }
  return blocks;
}

const isPlain = (line: string) =>
  line.trim() !== '' && !HEADING.test(line) && !FENCE.test(line) && !line.startsWith('>') && !isItem(line);
const isItem = (line: string) => BULLET.test(line) || NUMBER.test(line);
const continuesList = (line: string) => isItem(line) || /^\s{2,}\S/.test(line);

function listItems(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = BULLET.exec(line)?.[1] ?? NUMBER.exec(line)?.[1];
    if (item !== undefined) items.push(item);
    else items.push(`${items.pop() ?? ''} ${line.trim()}`.trim());
  }
  return items;
}

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function withoutFrontMatter(lines: string[]): string[] {
  if (lines[0]?.trim() !== '---') return lines;
  const end = lines.indexOf('---', 1);
  return end > 0 ? lines.slice(end + 1) : lines;
}

const INLINE = /\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*?)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;

export function inlinesOf(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) found.push({ kind: 'plain', text: text.slice(at, match.index) });
    const [whole, strong, strongToo, emphasis, code, label, url] = match;
    if (strong ?? strongToo) found.push({ kind: 'strong', text: strong ?? strongToo ?? '' });
    else if (emphasis) found.push({ kind: 'emphasis', text: emphasis });
    else if (code) found.push({ kind: 'code', text: code });
    else if (label && url && /^(https?:\/\/|\/|#|mailto:)/.test(url))
      found.push({ kind: 'link', text: label, url });
    else found.push({ kind: 'plain', text: label ?? whole });
    at = match.index + whole.length;
  }
  if (at < text.length) found.push({ kind: 'plain', text: text.slice(at) });
  return found;
}
