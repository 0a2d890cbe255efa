import type { AvailablePlugin } from '@openteller/web-kit';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../../shared/chips.tsx';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import classes from '../plugins.module.css';
import { compareVersions, kindName } from '../words.ts';

const COLUMNS: Column<AvailablePlugin>[] = [
  {
    id: 'name',
    header: 'Plugin',
    sort: (row) => row.name,
    cell: (row) => (
      <div className={classes.availableName}>
        {row.installedVersion ? (
          <Link to="/plugins/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
        ) : (
          <strong>{row.name}</strong>
        )}
        <span className={classes.narrowOnly}> {row.version}</span>
        <p className={classes.sub}>{row.description}</p>
      </div>
    ),
  },
  { id: 'version', header: 'Version', width: 100, wideOnly: true, cell: (row) => row.version },
  {
    id: 'kinds',
    header: 'Kind',
    width: 160,
    wideOnly: true,
    sort: (row) => row.kinds.join(' '),
    cell: (row) => row.kinds.map(kindName).join(', '),
  },
  {
    id: 'publisher',
    header: 'Publisher',
    width: 220,
    wideOnly: true,
    sort: (row) => row.publisher,
    cell: (row) => (
      <span className={classes.publisher}>
        {row.publisher}
        {row.signedByTrusted ? (
          <Chip color="teal">Signature trusted</Chip>
        ) : (
          <Chip
            color="orange"
            title="The operator has to trust this publisher’s key before it can be installed"
          >
            Key not trusted
          </Chip>
        )}
      </span>
    ),
  },
  { id: 'state', header: 'Here', width: 150, cell: (row) => <Here row={row} /> },
];

function Here({ row }: { row: AvailablePlugin }) {
  if (!row.installedVersion) return <span className={classes.sub}>Not installed</span>;
  const newer = compareVersions(row.version, row.installedVersion) > 0;
  return newer ? (
    <span className={classes.publisher}>
      <Chip color="blue">Update</Chip>
      <span className={classes.sub}>from {row.installedVersion}</span>
    </span>
  ) : (
    <Chip color="gray">Installed</Chip>
  );
}

export function AvailableTable({ items }: { items: AvailablePlugin[] }) {
  return (
    <DataTable
      label="Available plugins"
      columns={COLUMNS}
      rows={items}
      rowId={(row) => `${row.id} ${row.version}`}
    />
  );
}
