import { SegmentedControl } from '@mantine/core';
import { EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Card } from '../../shared/page.tsx';
import { SearchField } from '../../shared/search-field.tsx';
import { type Found, findQuery } from './api.ts';
import classes from './ask.module.css';
import { WeighedPassage } from './considered.tsx';
import { MODES } from './search.ts';

/** The search by itself: by words, by meaning, or both as the assistant does it. */
export function FindTest() {
  const { q = '', at, mode = 'hybrid' } = useSearch({ from: '/ask' });
  const navigate = useNavigate({ from: '/ask' });
  const find = useCallback(
    (text: string) =>
      void navigate({
        search: ({ q: _, ...now }) => ({ ...now, ...(text ? { q: text } : {}) }),
        replace: true,
      }),
    [navigate],
  );
  const found = useQuery(findQuery({ q, mode, ...(at ? { at: new Date(at).toISOString() } : {}) }));
  return (
    <>
      <div className={classes.findBar}>
        <SearchField
          label="Search the passages"
          value={q}
          onSearch={find}
          size="md"
          className={classes.findField ?? ''}
        />
        <SegmentedControl
          aria-label="How to search"
          value={mode}
          onChange={(next) =>
            void navigate({
              search: (now) => ({ ...now, mode: MODES.find((each) => each === next) ?? 'hybrid' }),
              replace: true,
            })
          }
          data={[
            { value: 'hybrid', label: 'Both' },
            { value: 'bm25', label: 'By words' },
            { value: 'vector', label: 'By meaning' },
          ]}
        />
      </div>
      <Card>
        {q.trim() === '' ? (
          <EmptyState
            kind="first"
            icon={<IconSearch size={26} stroke={1.6} />}
            title="Search the documents"
            text="You see the passages in force, best first, and why each one stands where it does."
          />
        ) : found.isPending ? (
          <Rows count={4} height={110} gap={12} />
        ) : found.isError && !found.data ? (
          <ErrorState error={found.error} title="The search failed" retry={() => void found.refetch()} />
        ) : found.data.length === 0 ? (
          <EmptyState
            kind="none"
            title="Nothing was found"
            text="No passage in force is near this. A document may be missing."
          />
        ) : (
          <ol className={classes.passages}>
            {found.data.map((hit, index) => (
              <WeighedPassage
                key={`${hit.slug} ${hit.version} ${hit.position}`}
                passage={hit}
                rank={index + 1}
                more={<Ranks hit={hit} />}
              />
            ))}
          </ol>
        )}
      </Card>
    </>
  );
}

function Ranks({ hit }: { hit: Found }) {
  const parts = [
    hit.rankByWords !== undefined && `place ${hit.rankByWords} by words`,
    hit.rankByMeaning !== undefined && `place ${hit.rankByMeaning} by meaning`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? <span className={classes.sub}> · {parts.join(', ')}</span> : null;
}
