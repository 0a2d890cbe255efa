import { Group, SegmentedControl } from '@mantine/core';
import { EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Card } from '../../shared/page.tsx';
import { SearchField } from '../../shared/search-field.tsx';
import { plural } from '../../shared/words.ts';
import { documentsQuery } from './api.ts';
import { DocumentTable } from './document-table.tsx';
import classes from './knowledge.module.css';
import { STATUSES } from './search.ts';

/** @param onUpload absent when the person may not upload */
export function Documents({ onUpload }: { onUpload: (() => void) | undefined }) {
  const { status, q } = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const list = useQuery(documentsQuery({ status, q }));
  const search = useCallback(
    (text: string) => void navigate({ search: (now) => ({ ...now, q: text || undefined }), replace: true }),
    [navigate],
  );
  const filtered = status !== undefined || q !== undefined;
  const clear = () => void navigate({ search: {}, replace: true });
  return (
    <>
      <Group gap="sm" mb="md" justify="space-between">
        <Group gap="sm">
          <SearchField
            label="Search documents"
            value={q ?? ''}
            onSearch={search}
            w={{ base: '100%', sm: 300 }}
          />
          <SegmentedControl
            aria-label="Status"
            value={status ?? 'all'}
            onChange={(value) =>
              void navigate({
                search: (now) => ({ ...now, status: STATUSES.find((each) => each === value) }),
                replace: true,
              })
            }
            data={[
              { value: 'all', label: 'All' },
              { value: 'PUBLISHED', label: 'Published' },
              { value: 'ARCHIVED', label: 'Archived' },
            ]}
          />
        </Group>
        {list.data && list.data.length > 0 && (
          <span className={classes.total}>{plural(list.data.length, 'document')}</span>
        )}
      </Group>
      <Card flush>
        {list.isPending ? (
          <div className={classes.loading}>
            <Rows count={9} height={44} gap={9} />
          </div>
        ) : list.isError && !list.data ? (
          <ErrorState
            error={list.error}
            title="The documents could not be loaded"
            retry={() => void list.refetch()}
            retrying={list.isFetching}
          />
        ) : list.data.length > 0 ? (
          <DocumentTable documents={list.data} />
        ) : filtered ? (
          <EmptyState
            kind="none"
            title="No document fits"
            text={q ? `Nothing is called “${q}” here.` : 'No document has this status.'}
            action={{ label: 'Show all documents', run: clear }}
          />
        ) : (
          <EmptyState
            kind="first"
            icon={<IconBook2 size={26} stroke={1.6} />}
            title="The assistant knows nothing yet"
            text="Upload your fees, limits, policies and help pages. Until then it says that it does not know, and offers a person."
            {...(onUpload ? { action: { label: 'Upload the first document', run: onUpload } } : {})}
          />
        )}
      </Card>
    </>
  );
}
