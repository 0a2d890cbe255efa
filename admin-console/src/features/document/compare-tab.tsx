import { Button, Select } from '@mantine/core';
import { type DocumentDetail, EmptyState, ErrorState, Rows } from '@openteller/web-kit';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { STANDINGS } from '../../shared/standing.tsx';
import { plural } from '../../shared/words.ts';
import { comparedWith } from './actions.ts';
import { diffQuery } from './api.ts';
import classes from './diff.module.css';
import { DiffRowView } from './diff-row.tsx';
import { changesIn, type Stretch, stretches } from './diff-rows.ts';

/** Two versions side by side; on a narrow screen what was and what is stand under each other. */
export function CompareTab({ document, version }: { document: DocumentDetail; version: number }) {
  const search = useSearch({ from: '/knowledge/$slug' });
  const navigate = useNavigate({ from: '/knowledge/$slug' });
  const base = search.with ?? comparedWith(version, document.effective?.version, document.versions);
  if (base === undefined || document.versions.length < 2) {
    return (
      <EmptyState
        kind="first"
        icon={<IconArrowsDiff size={26} stroke={1.6} />}
        title="There is only one version"
        text="From the second on, you see here what changed, word by word."
      />
    );
  }
  const choices = document.versions.map((each) => ({
    value: String(each.version),
    label: `Version ${each.version} · ${STANDINGS[each.standing]?.label ?? each.standing}`,
  }));
  const pick = (part: { v?: number; with?: number }) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <>
      <div className={classes.pick}>
        <Select
          label="Before"
          allowDeselect={false}
          data={choices}
          value={String(base)}
          onChange={(value) => value && pick({ with: Number(value) })}
        />
        <Select
          label="After"
          allowDeselect={false}
          data={choices}
          value={String(version)}
          onChange={(value) => value && pick({ v: Number(value), with: base })}
        />
      </div>
      <Difference slug={document.slug} from={base} to={version} />
    </>
  );
}

function Difference({ slug, from, to }: { slug: string; from: number; to: number }) {
  const diff = useQuery(diffQuery(slug, from, to));
  const parts = useMemo(() => stretches(diff.data?.rows ?? []), [diff.data]);
  if (diff.isPending) return <Rows count={6} height={40} />;
  if (diff.isError && !diff.data) {
    return (
      <ErrorState
        error={diff.error}
        title="The versions could not be compared"
        retry={() => void diff.refetch()}
      />
    );
  }
  const { added, removed, changed } = changesIn(diff.data.rows);
  if (added + removed + changed === 0) {
    return (
      <EmptyState
        kind="done"
        title="Nothing changed"
        text="Both versions say the same, word for word."
        compact
      />
    );
  }
  const summary = [
    changed > 0 && `${plural(changed, 'line')} changed`,
    added > 0 && `${added} added`,
    removed > 0 && `${removed} removed`,
  ].filter((part) => part !== false);
  return (
    <>
      <p className={classes.summary} role="status">
        {summary.join(', ')}
      </p>
      <section className={classes.diff} aria-label={`Version ${from} and version ${to} side by side`}>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
          <StretchView key={`${from} ${to} ${index}`} part={part} />
        ))}
      </section>
    </>
  );
}

function StretchView({ part }: { part: Stretch }) {
  const [open, setOpen] = useState(part.kind === 'shown');
  if (!open) {
    return (
      <Button
        className={classes.fold ?? ''}
        variant="subtle"
        color="gray"
        size="compact-sm"
        fullWidth
        onClick={() => setOpen(true)}
      >
        Show {plural(part.rows.length, 'unchanged line')}
      </Button>
    );
  }
  return part.rows.map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
    <DiffRowView key={index} row={row} />
  ));
}
