import { SegmentedControl } from '@mantine/core';
import { EmptyState, Rows } from '@openteller/web-kit';
import { IconFileImport, IconPlus, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { useCan } from '../../../shared/me.tsx';
import { Card, Page } from '../../../shared/page.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { SearchField } from '../../../shared/search-field.tsx';
import { plural } from '../../../shared/words.ts';
import { proceduresQuery } from '../api/procedures.ts';
import type { ProcedureRow } from '../api/types.ts';
import { said } from '../model/languages.ts';
import { type ProceduresSearch, SHOWN } from '../search.ts';
import { ImportDialog } from './import-dialog.tsx';
import classes from './list.module.css';
import { NewDialog } from './new-dialog.tsx';
import { ProcedureTable } from './procedure-table.tsx';
import { useLanguages } from './use-languages.ts';

const SHOWN_WORDS = {
  all: 'All',
  draft: 'With a draft',
  waiting: 'Waiting',
  findings: 'With problems',
  archived: 'Archived',
} as const;

/** What the assistant does step by step, and what of it waits for somebody. */
export function ProceduresPage() {
  const list = useQuery(proceduresQuery);
  const search = useSearch({ from: '/procedures' });
  const navigate = useNavigate({ from: '/procedures' });
  const mayWrite = useCan('PROCEDURE_WRITE');
  const languages = useLanguages();
  const go = (change: Partial<Record<keyof ProceduresSearch, string | true | undefined>>) =>
    void navigate({
      search: (old) => ({ ...old, ...change }) as ProceduresSearch,
      replace: true,
    });
  return (
    <Page
      title="Procedures"
      lead="What the assistant does step by step, checked by the platform before anybody can publish it. A conversation that runs finishes on the version it began with."
      actions={
        <>
          <PermitButton
            needs="PROCEDURE_WRITE"
            variant="default"
            leftSection={<IconFileImport size={17} />}
            onClick={() => go({ import: true })}
          >
            Import
          </PermitButton>
          <PermitButton
            needs="PROCEDURE_WRITE"
            leftSection={<IconPlus size={17} />}
            onClick={() => go({ new: true })}
          >
            New procedure
          </PermitButton>
        </>
      }
    >
      <Loaded
        query={list}
        title="The procedures could not be loaded"
        waiting={
          <Card>
            <Rows count={7} height={56} />
          </Card>
        }
      >
        {({ procedures }) => {
          const items = procedures.filter((each) => shows(each, search, languages));
          if (procedures.length === 0) {
            return (
              <Card>
                <EmptyState
                  kind="first"
                  icon={<IconRoute size={26} stroke={1.6} />}
                  title="No procedure yet"
                  text="Build one from an empty canvas, begin with a shipped one, or bring one from a file."
                  {...(mayWrite ? { action: { label: 'New procedure', run: () => go({ new: true }) } } : {})}
                />
              </Card>
            );
          }
          return (
            <>
              <div className={classes.filters}>
                <SearchField
                  label="Search procedures"
                  value={search.q ?? ''}
                  onSearch={(q) => go({ q: q || undefined })}
                  w={280}
                />
                <SegmentedControl
                  size="sm"
                  className={classes.segments ?? ''}
                  aria-label="Show"
                  value={search.show ?? 'all'}
                  data={(['all', ...SHOWN] as const)
                    .filter((each) => each !== 'archived' || procedures.some(({ archived }) => archived))
                    .map((value) => ({ value, label: SHOWN_WORDS[value] }))}
                  onChange={(value) => go({ show: value === 'all' ? undefined : value })}
                />
              </div>
              <Card flush>
                {items.length === 0 ? (
                  <EmptyState
                    kind="none"
                    title="No procedure fits"
                    text="Nothing here is called like that, or in that state."
                    action={{ label: 'Show all', run: () => go({ q: undefined, show: undefined }) }}
                  />
                ) : (
                  <ProcedureTable rows={items} languages={languages} />
                )}
              </Card>
              {items.length > 0 && <p className={classes.total}>{plural(items.length, 'procedure')}</p>}
            </>
          );
        }}
      </Loaded>
      {search.new && <NewDialog onClose={() => go({ new: undefined })} />}
      {search.import && <ImportDialog onClose={() => go({ import: undefined })} />}
    </Page>
  );
}

function shows(row: ProcedureRow, { q, show }: ProceduresSearch, languages: readonly string[]): boolean {
  const fits = `${row.id} ${said(row.title, languages)}`.toLowerCase().includes((q ?? '').toLowerCase());
  const state = {
    draft: Boolean(row.draft),
    waiting: Boolean(row.waiting),
    findings: row.findings > 0,
    archived: row.archived === true,
  };
  return fits && (show ? state[show] : row.archived !== true);
}
