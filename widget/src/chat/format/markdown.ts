/** A small and closed set: paragraphs, lists, bold and links. Everything else stays the text that it is. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold'; text: string }
  | { kind: 'break' }
  | { kind: 'link'; text: string; href: string };

export type Block =
  | { kind: 'paragraph'; content: readonly Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: readonly (readonly Inline[])[] };

const BULLET = /^\s{0,3}[-*•]\s+(.*)$/;
const NUMBER = /^\s{0,3}(\d{1,3})[.)]\s+(.*)$/;
const INLINE = /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?'"])/g;

export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: { ordered: boolean; start: number; items: Inline[][] } | undefined;

  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', content: lines(paragraph) });
    paragraph = [];
  };
  const endList = () => {
    if (list) blocks.push({ kind: 'list', ...list });
    list = undefined;
  };

  for (const line of source.split(/\r?\n/)) {
    const bullet = BULLET.exec(line);
    const number = bullet ? null : NUMBER.exec(line);
    if (bullet || number) {
      endParagraph();
      const ordered = number !== null;
      if (list?.ordered !== ordered) endList();
      list ??= { ordered, start: Number(number?.[1] ?? 1), items: [] };
      list.items.push(inline((bullet?.[1] ?? number?.[2] ?? '').trim()));
    } else if (line.trim() === '') {
      // The list stays open: models like to put empty lines between its items.
      endParagraph();
    } else {
      endList();
      paragraph.push(line.trim());
    }
  }
  endParagraph();
  endList();
  return blocks;
}

/** Only addresses that a customer may follow; scripts and data are none of them. */
export function safeHref(address: string, base: string): string | undefined {
  try {
    const url = new URL(address, base);
    return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function lines(paragraph: readonly string[]): Inline[] {
  return paragraph.flatMap((line, at) =>
    at === 0 ? inline(line) : [{ kind: 'break' } as const, ...inline(line)],
  );
}

function inline(source: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of source.matchAll(INLINE)) {
    const [whole, bold, label, target, bare] = match;
    if (match.index > from) parts.push({ kind: 'text', text: source.slice(from, match.index) });
    from = match.index + whole.length;
    if (bold) parts.push({ kind: 'bold', text: bold });
    else if (label && target) parts.push({ kind: 'link', text: label, href: target });
    else parts.push({ kind: 'link', text: bare ?? whole, href: bare ?? whole });
  }
  if (from < source.length) parts.push({ kind: 'text', text: source.slice(from) });
  return parts;
}
