import { safeHref } from '../format/markdown.ts';
import type { Citation } from '../state/chat-state.ts';
import { useSurroundings } from './context.ts';
import { AwayIcon } from './icons.tsx';

export function Sources({ citations }: { citations: readonly Citation[] }) {
  const { words, apiOrigin } = useSurroundings();
  const links = citations.flatMap((citation) => {
    const href = safeHref(citation.url, apiOrigin);
    return href ? [{ ...citation, href }] : [];
  });
  if (links.length === 0) return null;
  return (
    <div class="sources">
      <h3>{words.sources}</h3>
      <ol>
        {links.map((link, at) => (
          <li key={link.href}>
            <a href={link.href} target="_blank" rel="noopener noreferrer">
              <span class="number">{at + 1}</span>
              <span class="source">
                <span>
                  <bdi>{link.title}</bdi>
                </span>
                {link.heading && link.heading !== link.title && (
                  <small>
                    <bdi>{link.heading}</bdi>
                  </small>
                )}
              </span>
              <AwayIcon />
              <span class="unseen">({words.newTab})</span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
