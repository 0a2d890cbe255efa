import { Group, SegmentedControl } from '@mantine/core';
import { EmptyState, type IntentOverview, type IntentRow } from '@openteller/web-kit';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Card } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { SearchField } from '../../shared/search-field.tsx';
import { count, languageName, NONE, percent, plural } from '../../shared/words.ts';
import { IntentDialog } from './intent-dialog.tsx';
import classes from './intents.module.css';
import { TIERS } from './search.ts';
import { TierChip } from './tier-chip.tsx';

const COLUMNS: Column<IntentRow>[] = [
  {
    id: 'title',
    header: 'Intent',
    sort: (row) => row.title,
    cell: (row) => (
      <span className={classes.intent}>
        <Link to="/intents/$name" params={{ name: row.name }} className={classes.intentTitle} dir="auto">
          {row.title}
        </Link>
        <span className={classes.sub}>{row.name}</span>
      </span>
    ),
  },
  {
    id: 'tier',
    header: 'Tier',
    width: 130,
    sort: (row) => row.tier,
    cell: (row) => <TierChip tier={row.tier} />,
  },
  {
    id: 'languages',
    header: 'Languages',
    width: 220,
    wideOnly: true,
    cell: (row) => <span className={classes.sub}>{row.languages.map(languageName).join(', ') || NONE}</span>,
  },
  {
    id: 'examples',
    header: 'Examples',
    width: 110,
    align: 'end',
    sort: (row) => row.examples,
    cell: (row) => (
      <span
        className={row.examples < 5 ? classes.few : undefined}
        title={row.examples < 5 ? 'Few: ten or more teach better' : undefined}
      >
        {count(row.examples)}
      </span>
    ),
  },
  {
    id: 'accuracy',
    header: 'Understood',
    width: 190,
    wideOnly: true,
    sort: (row) => row.accuracy ?? -1,
    cell: (row) =>
      row.accuracy === undefined ? (
        <span className={classes.sub}>not in the model yet</span>
      ) : (
        <span className={classes.share} data-tone={row.accuracy < 0.75 ? 'warn' : 'ok'}>
          <span className={classes.shareTrack} aria-hidden>
            <span style={{ width: `${row.accuracy * 100}%` }} />
          </span>
          {percent(row.accuracy)}
        </span>
      ),
  },
];

export function IntentList({ overview }: { overview: IntentOverview }) {
  const { q = '', tier } = useSearch({ from: '/intents' });
  const navigate = useNavigate({ from: '/intents' });
  const [adding, setAdding] = useState(false);
  const search = useCallback(
    (text: string) => void navigate({ search: (now) => ({ ...now, q: text || undefined }), replace: true }),
    [navigate],
  );
  const words = q.toLowerCase();
  const rows = overview.items.filter(
    (row) => (!tier || row.tier === tier) && `${row.title} ${row.name}`.toLowerCase().includes(words),
  );
  return (
    <>
      <Group gap="sm" mb="md" justify="space-between">
        <Group gap="sm">
          <SearchField label="Search intents" value={q} onSearch={search} w={{ base: '100%', sm: 280 }} />
          <SegmentedControl
            aria-label="Tier"
            value={tier ?? 'all'}
            onChange={(value) =>
              void navigate({
                search: (now) => ({ ...now, tier: TIERS.find((each) => each === value) }),
                replace: true,
              })
            }
            data={[{ value: 'all', label: 'All' }, ...TIERS.map((each) => ({ value: each, label: each }))]}
          />
        </Group>
        <Group gap="sm">
          <span className={classes.sub}>
            {plural(rows.length, 'intent')} ·{' '}
            {plural(
              rows.reduce((sum, row) => sum + row.examples, 0),
              'example',
            )}
            {!overview.own && ' · the starter set; your first change makes a copy'}
          </span>
          <PermitButton
            needs="INTENT_WRITE"
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => setAdding(true)}
          >
            New intent
          </PermitButton>
        </Group>
      </Group>
      <Card flush>
        {rows.length > 0 ? (
          <DataTable
            label="Intents"
            columns={COLUMNS}
            rows={rows}
            rowId={(row) => row.name}
            onOpen={(row) => void navigate({ to: '/intents/$name', params: { name: row.name } })}
          />
        ) : (
          <EmptyState
            kind="none"
            title="No intent fits"
            text={q ? `Nothing is called “${q}” here.` : 'No intent has this tier.'}
            action={{ label: 'Show all intents', run: () => void navigate({ search: {}, replace: true }) }}
          />
        )}
      </Card>
      <IntentDialog
        opened={adding}
        onClose={() => setAdding(false)}
        taken={overview.items.map((row) => row.name)}
      />
    </>
  );
}
