import { Button, Select } from '@mantine/core';
import type { Counted, Library } from '@openteller/web-kit';
import { IconArchive, IconCalendarDue, IconFilterOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useMe } from '../../shared/me.tsx';
import { SearchField } from '../../shared/search-field.tsx';
import { STANDING_NAMES, STANDINGS } from '../../shared/standing.tsx';
import { humanise } from '../../shared/words.ts';
import classes from './library.module.css';
import { filterOf, type LibrarySearch } from './search.ts';

/** Each filter stands in the address, so a narrowed list can be sent to a colleague. */
export function Filters({ library }: { library: Library | undefined }) {
  const search = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const me = useMe();
  const set = useCallback(
    (part: LibrarySearch | Record<string, undefined>) =>
      void navigate({ search: (now) => ({ ...now, ...part }) as LibrarySearch, replace: true }),
    [navigate],
  );
  const find = useCallback((text: string) => set({ q: text || undefined }), [set]);
  const narrowed = Object.values(filterOf(search)).some((value) => value !== undefined);
  const owners = [...new Set([me.name, ...(library?.items ?? []).flatMap((row) => row.owner ?? [])])];
  return (
    <div className={classes.filters}>
      <SearchField
        label="Search documents"
        value={search.q ?? ''}
        onSearch={find}
        className={classes.filterSearch ?? ''}
      />
      <Choice
        label="Standing"
        value={search.standing}
        data={STANDING_NAMES.map((value) => ({ value, label: STANDINGS[value].label }))}
        onChange={(value) => set({ standing: STANDING_NAMES.find((each) => each === value) })}
      />
      <Choice
        label="Category"
        value={search.category}
        data={counted(library?.categories)}
        onChange={(value) => set({ category: value })}
      />
      <Choice
        label="Tag"
        value={search.tag}
        data={counted(library?.tags, (name) => `#${name}`)}
        onChange={(value) => set({ tag: value })}
      />
      <Choice
        label="Owner"
        value={search.owner}
        data={owners.map((name) => ({ value: name, label: name === me.name ? `${name} (you)` : name }))}
        onChange={(value) => set({ owner: value })}
      />
      <Button
        variant={search.due ? 'light' : 'default'}
        aria-pressed={search.due === true}
        leftSection={<IconCalendarDue size={16} />}
        onClick={() => set({ due: search.due ? undefined : true })}
      >
        Review due
      </Button>
      <Button
        variant={search.archived ? 'light' : 'default'}
        aria-pressed={search.archived === true}
        leftSection={<IconArchive size={16} />}
        onClick={() => set({ archived: search.archived ? undefined : true })}
      >
        Archived
      </Button>
      {narrowed && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconFilterOff size={16} />}
          onClick={() => void navigate({ search: {}, replace: true })}
        >
          Clear
        </Button>
      )}
    </div>
  );
}

const counted = (entries: readonly Counted[] = [], label = humanise) =>
  entries.map(({ name, count }) => ({ value: name, label: `${label(name)} (${count})` }));

function Choice(props: {
  label: string;
  value: string | undefined;
  data: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}) {
  const { label, value, data, onChange } = props;
  // A value from the address that nothing has stays visible, so that it can be taken away.
  const known = value === undefined || data.some((each) => each.value === value);
  return (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
      searchable={data.length > 8}
      value={value ?? null}
      data={known ? data : [...data, { value: value ?? '', label: value ?? '' }]}
      onChange={(next) => onChange(next ?? undefined)}
      className={classes.filter ?? ''}
      comboboxProps={{ width: 240, position: 'bottom-start' }}
    />
  );
}
