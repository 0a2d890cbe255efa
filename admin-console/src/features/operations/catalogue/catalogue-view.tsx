import { SegmentedControl } from '@mantine/core';
import { EmptyState, Rows } from '@openteller/web-kit';
import { IconAlertTriangle, IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { SearchField } from '../../../shared/search-field.tsx';
import { plural } from '../../../shared/words.ts';
import { boundsQuery } from '../api/bounds.ts';
import { catalogueQuery } from '../api/catalogue.ts';
import type { Bounds, Operation } from '../api/types.ts';
import { isNone } from '../bounds/model.ts';
import classes from '../operations.module.css';
import type { OperationsSearch } from '../search.ts';
import { isOpen } from '../suppliers/words.ts';
import { CatalogueTable } from './catalogue-table.tsx';

/** Every operation that there is, and which of this bank's plugins supplies it. */
export function CatalogueView() {
  const catalogue = useQuery(catalogueQuery);
  const bounds = useQuery(boundsQuery).data ?? {};
  const search = useSearch({ from: '/operations' });
  const navigate = useNavigate({ from: '/operations' });
  const go = (change: Partial<Record<'q' | 'show', string | undefined>>) =>
    void navigate({ search: (old) => ({ ...old, ...change }) as OperationsSearch, replace: true });
  return (
    <Loaded
      query={catalogue}
      title="The catalogue could not be loaded"
      waiting={
        <Card>
          <Rows count={9} height={48} />
        </Card>
      }
    >
      {(operations) => {
        const rows = operations.filter((each) => shows(each, search, bounds));
        return (
          <>
            <ToChoose operations={operations} />
            <div className={classes.filters}>
              <SearchField
                label="Search operations"
                value={search.q ?? ''}
                onSearch={(q) => go({ q: q || undefined })}
                w={280}
              />
              <SegmentedControl
                size="sm"
                aria-label="Show"
                value={search.show ?? 'all'}
                data={[
                  { value: 'all', label: 'All' },
                  { value: 'supplied', label: 'Supplied here' },
                  { value: 'bounded', label: 'With bounds' },
                  { value: 'open', label: 'To choose' },
                ]}
                onChange={(value) => go({ show: value === 'all' ? undefined : value })}
              />
            </div>
            <Card flush>
              {rows.length === 0 ? (
                <EmptyState
                  kind="none"
                  icon={<IconPlugConnected size={26} stroke={1.6} />}
                  title="No operation fits"
                  text={NONE_FITS[search.show ?? 'all'] ?? 'Nothing is called like that here.'}
                  action={{ label: 'Show all', run: () => go({ q: undefined, show: undefined }) }}
                />
              ) : (
                <CatalogueTable rows={rows} bounds={bounds} />
              )}
            </Card>
            {rows.length > 0 && <p className={classes.total}>{plural(rows.length, 'operation')}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

const NONE_FITS: Record<string, string> = {
  bounded: 'This bank is nowhere stricter than the catalogue.',
  open: 'For every operation it is clear which plugin is asked.',
};

/** What nobody is asked for although somebody could. */
function ToChoose({ operations }: { operations: readonly Operation[] }) {
  const open = operations.filter(({ supply }) => isOpen(supply)).length;
  if (open === 0) return null;
  return (
    <p className={classes.open} role="status">
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
      <span className={classes.grows}>
        {plural(open, 'operation')} {open === 1 ? 'is' : 'are'} refused until the bank says which plugin does
        it.{' '}
        <Link to="/operations" search={{ view: 'catalogue', show: 'open' }}>
          Show
        </Link>
      </span>
    </p>
  );
}

function shows(
  { name, title, summary, suppliedBy, supply }: Operation,
  { q = '', show }: OperationsSearch,
  bounds: Record<string, Bounds>,
): boolean {
  const own = bounds[name];
  const kind = {
    all: true,
    supplied: Boolean(suppliedBy),
    bounded: own !== undefined && !isNone(own),
    open: isOpen(supply),
  }[show ?? 'all'];
  return kind && `${name} ${title} ${summary}`.toLowerCase().includes(q.toLowerCase());
}
