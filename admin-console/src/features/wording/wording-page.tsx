import { EmptyState, ErrorState, Rows, type Wording } from '@openteller/web-kit';
import { IconPlus, IconQuote } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { SearchField } from '../../shared/search-field.tsx';
import { plural } from '../../shared/words.ts';
import { wordingQuery } from './api.ts';
import classes from './wording.module.css';
import { WordingDialog } from './wording-dialog.tsx';
import { WordingRow } from './wording-row.tsx';

/** Sentences that a bank wants said as they are: they win over whatever could be put together. */
export function WordingPage() {
  const wording = useQuery(wordingQuery);
  const mayWrite = useCan('KNOWLEDGE_WRITE');
  const [open, setOpen] = useState<{ wording: Wording | undefined }>();
  const [q, setQ] = useState('');
  const words = q.toLowerCase();
  const items = (wording.data ?? []).filter((each) =>
    [each.text, each.intent ?? '', ...each.questions].some((text) => text.toLowerCase().includes(words)),
  );
  const add = () => setOpen({ wording: undefined });
  return (
    <Page
      title="Approved wording"
      lead="Sentences that are said as they are. They win over what would be put together from documents, once somebody else approved them."
      actions={
        <PermitButton needs="KNOWLEDGE_WRITE" leftSection={<IconPlus size={17} />} onClick={add}>
          New wording
        </PermitButton>
      }
    >
      {(wording.data?.length ?? 0) > 4 && (
        <SearchField label="Search wording" value={q} onSearch={setQ} maw={360} mb="md" />
      )}
      <Card>
        {wording.isPending ? (
          <Rows count={4} height={92} />
        ) : wording.isError && !wording.data ? (
          <ErrorState
            error={wording.error}
            title="The wording could not be loaded"
            retry={() => void wording.refetch()}
            retrying={wording.isFetching}
          />
        ) : wording.data.length === 0 ? (
          <EmptyState
            kind="first"
            icon={<IconQuote size={26} stroke={1.6} />}
            title="Nothing is said word for word yet"
            text="Where your lawyers chose each word, write it here: a strict wording is said exactly, and nothing else."
            {...(mayWrite ? { action: { label: 'Write the first', run: add } } : {})}
          />
        ) : items.length === 0 ? (
          <EmptyState
            kind="none"
            title="No wording fits"
            text={`Nothing says “${q}”.`}
            action={{ label: 'Show all', run: () => setQ('') }}
          />
        ) : (
          <>
            <ul className={classes.rows}>
              {items.map((each) => (
                <WordingRow key={each.id} wording={each} onEdit={() => setOpen({ wording: each })} />
              ))}
            </ul>
            <p className={classes.total}>{plural(items.length, 'wording')}</p>
          </>
        )}
      </Card>
      {open && <WordingDialog wording={open.wording} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
