import { EmptyState, ErrorState, Rows, type SearchHit } from '@openteller/web-kit';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Meter } from '../../shared/meter.tsx';
import { Card } from '../../shared/page.tsx';
import { SearchField } from '../../shared/search-field.tsx';
import { findQuery } from './api.ts';
import classes from './knowledge.module.css';

/** The same search that the assistant does, on a question of one's own. */
export function FindTest() {
  const { q = '' } = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const ask = useCallback(
    (text: string) =>
      void navigate({ search: { view: 'search', ...(text ? { q: text } : {}) }, replace: true }),
    [navigate],
  );
  const found = useQuery(findQuery(q));
  return (
    <>
      <SearchField label="Ask as a customer would" value={q} onSearch={ask} size="md" maw={640} mb="md" />
      {q.trim() === '' ? (
        <Card>
          <EmptyState
            kind="first"
            icon={<IconSearch size={26} stroke={1.6} />}
            title="Ask the documents a question"
            text="You see the passages that the assistant would weigh, best first, and how much of the question each one covers. No customer sees this."
          />
        </Card>
      ) : found.isPending ? (
        <Rows count={4} height={122} gap={12} />
      ) : found.isError && !found.data ? (
        <Card>
          <ErrorState error={found.error} title="The search failed" retry={() => void found.refetch()} />
        </Card>
      ) : found.data.length === 0 ? (
        <Card>
          <EmptyState
            kind="none"
            title="Nothing was found"
            text="The assistant would say that it does not know, and offer a person. A document may be missing."
          />
        </Card>
      ) : (
        <ol className={classes.hits}>
          {found.data.map((hit, index) => (
            <Hit key={`${hit.slug} ${hit.heading} ${hit.text.slice(0, 40)}`} hit={hit} place={index + 1} />
          ))}
        </ol>
      )}
    </>
  );
}

function Hit({ hit, place }: { hit: SearchHit; place: number }) {
  return (
    <li className={classes.hit}>
      <span className={classes.place} aria-hidden>
        {place}
      </span>
      <div className={classes.hitBody}>
        <Link to="/knowledge/$slug" params={{ slug: hit.slug }} className={classes.hitTitle}>
          {hit.title}
        </Link>
        <span className={classes.sub}>
          {hit.heading && `${hit.heading} · `}version {hit.version}
        </span>
        <p className={classes.passageText} dir="auto">
          {hit.text}
        </p>
      </div>
      <div className={classes.hitScores}>
        <Meter label="Question covered" value={hit.coverage} tone={hit.coverage >= 0.6 ? 'ok' : 'warn'} />
        <span className={classes.sub}>score {hit.score.toFixed(2)}</span>
      </div>
    </li>
  );
}
