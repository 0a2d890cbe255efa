import { Button, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { SearchField } from '../../../shared/search-field.tsx';
import classes from '../plugins.module.css';
import { type CatalogueSearch, SHOWN } from '../search.ts';
import { kindName } from '../words.ts';

const SHOWN_NAMES = {
  attention: 'Needs attention',
  waiting: 'Waits for approval',
  updates: 'Has an update',
} as const;

interface FiltersProps {
  search: CatalogueSearch;
  /** Those that exist here. */
  kinds: string[];
}

/** Each filter stands in the address, so a narrowed list can be sent to a colleague. */
export function CatalogueFilters({ search, kinds }: FiltersProps) {
  const navigate = useNavigate({ from: '/plugins' });
  const set = useCallback(
    (part: { [K in keyof CatalogueSearch]: CatalogueSearch[K] | undefined }) =>
      void navigate({ search: (now) => ({ ...now, ...part }) as CatalogueSearch, replace: true }),
    [navigate],
  );
  const find = useCallback((q: string) => set({ q: q || undefined }), [set]);
  const narrowed = search.q !== undefined || search.kind !== undefined || search.show !== undefined;
  return (
    <div className={classes.filters}>
      <SearchField
        label="Search plugins"
        value={search.q ?? ''}
        onSearch={find}
        w={{ base: '100%', sm: 300 }}
      />
      <Select
        aria-label="Kind"
        placeholder="Any kind"
        clearable
        w={{ base: '100%', xs: 200 }}
        value={search.kind ?? null}
        data={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        onChange={(kind) => set({ kind: kind ?? undefined })}
      />
      {search.view !== 'available' && (
        <Select
          aria-label="Show"
          placeholder="All of them"
          clearable
          w={{ base: '100%', xs: 200 }}
          value={search.show ?? null}
          data={SHOWN.map((value) => ({ value, label: SHOWN_NAMES[value] }))}
          onChange={(value) => set({ show: SHOWN.find((each) => each === value) })}
        />
      )}
      {narrowed && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconFilterOff size={16} />}
          onClick={() => set({ q: undefined, kind: undefined, show: undefined })}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}
