import { type Inline, parseMarkdown, safeHref } from '../format/markdown.ts';
import { useSurroundings } from './context.ts';

/** Rendered as nodes, never as markup: what a model or a document wrote cannot become more than this. */
export function RichText({ text }: { text: string }) {
  return (
    <>
      {parseMarkdown(text).map((block, at) => {
        if (block.kind === 'paragraph') {
          return (
            <p key={at} dir="auto">
              <Line parts={block.content} />
            </p>
          );
        }
        const items = block.items.map((item, row) => (
          <li key={row}>
            <Line parts={item} />
          </li>
        ));
        return block.ordered ? (
          <ol key={at} dir="auto" start={block.start}>
            {items}
          </ol>
        ) : (
          <ul key={at} dir="auto">
            {items}
          </ul>
        );
      })}
    </>
  );
}

function Line({ parts }: { parts: readonly Inline[] }) {
  return <>{parts.map(partNode)}</>;
}

function partNode(part: Inline, at: number) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'break':
      return <br key={at} />;
    case 'bold':
      return <strong key={at}>{part.text}</strong>;
    case 'link':
      return <SafeLink key={at} href={part.href} text={part.text} />;
  }
}

function SafeLink({ href, text }: { href: string; text: string }) {
  const { apiOrigin, words } = useSurroundings();
  const address = safeHref(href, apiOrigin);
  if (!address) return <>{text}</>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {text}
      <span class="unseen"> ({words.newTab})</span>
    </a>
  );
}
