import { EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { libraryQuery } from '../../shared/library-query.ts';
import { Card } from '../../shared/page.tsx';
import { plural } from '../../shared/words.ts';
import { DocumentTable } from './document-table.tsx';
import { Filters } from './filters.tsx';
import classes from './library.module.css';
import { filterOf } from './search.ts';

/** @param onUpload absent when the person may not upload */
export function Documents({ onUpload }: { onUpload: (() => void) | undefined }) {
  const search = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const filter = filterOf(search);
  const library = useQuery(libraryQuery(filter));
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <Filters library={library.data} />
      <Card flush>
        {library.isPending ? (
          <div className={classes.loading}>
            <Rows count={9} height={44} gap={9} />
          </div>
        ) : library.isError && !library.data ? (
          <ErrorState
            error={library.error}
            title="The documents could not be loaded"
            retry={() => void library.refetch()}
            retrying={library.isFetching}
          />
        ) : library.data.items.length > 0 ? (
          <>
            <DocumentTable documents={library.data.items} />
            <p className={classes.total} role="status">
              {plural(library.data.items.length, 'document')}
              {narrowed ? ' with these filters' : ''}
            </p>
          </>
        ) : narrowed ? (
          <EmptyState
            kind="none"
            title="No document fits"
            text={
              search.q ? `Nothing says “${search.q}” with these filters.` : 'No document fits these filters.'
            }
            action={{ label: 'Show all documents', run: () => void navigate({ search: {}, replace: true }) }}
          />
        ) : (
          <EmptyState
            kind="first"
            icon={<IconBook2 size={26} stroke={1.6} />}
            title="The assistant knows nothing yet"
            text="Upload your fees, limits, policies and help pages. Until they are approved it says that it does not know, and offers a person."
            {...(onUpload ? { action: { label: 'Upload the first documents', run: onUpload } } : {})}
          />
        )}
      </Card>
    </>
  );
}
