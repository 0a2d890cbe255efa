import { EmptyState, exactTime, type Plugin, type PluginError } from '@openteller/web-kit';
import { IconCircleCheck } from '@tabler/icons-react';
import { type Column, DataTable } from '../../../shared/data-table.tsx';
import { Card } from '../../../shared/page.tsx';
import { humanise, NONE } from '../../../shared/words.ts';
import classes from '../plugins.module.css';
import { Condition } from './condition.tsx';

const COLUMNS: Column<PluginError>[] = [
  {
    id: 'operation',
    header: 'Operation',
    cell: (row) => (
      <span>
        <strong>{humanise(row.operation)}</strong>
        <span className={classes.errorCause}>{row.cause}</span>
      </span>
    ),
  },
  {
    id: 'at',
    header: 'When',
    width: 220,
    wideOnly: true,
    cell: (row) => <time dateTime={row.at}>{exactTime(row.at)}</time>,
  },
  {
    id: 'trace',
    header: 'Trace',
    width: 200,
    wideOnly: true,
    cell: (row) =>
      row.trace ? (
        <code className={classes.code} title={row.trace}>
          {row.trace}
        </code>
      ) : (
        NONE
      ),
  },
];

/** Whether it answers, and what went wrong last. */
export function HealthTab({ plugin }: { plugin: Plugin }) {
  return (
    <div className={classes.columns}>
      <Card
        title="Last errors"
        hint="The newest first; the trace finds the same call in the logs"
        flush={plugin.lastErrors.length > 0}
      >
        {plugin.lastErrors.length === 0 ? (
          <EmptyState
            kind="done"
            icon={<IconCircleCheck size={26} stroke={1.6} />}
            title="No call has failed"
            text="Failed calls appear here with their cause."
          />
        ) : (
          <DataTable
            label="Last errors"
            columns={COLUMNS}
            rows={plugin.lastErrors}
            rowId={(row) => `${row.at} ${row.operation} ${row.trace ?? ''}`}
          />
        )}
      </Card>
      <Condition plugin={plugin} />
    </div>
  );
}
