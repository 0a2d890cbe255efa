import { Alert } from '@mantine/core';
import type { ImportOutcome } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { count, plural } from '../../../shared/words.ts';
import classes from '../intents.module.css';

const NAMED = 12;

/** What a file would do, or the lines for which it cannot. */
export function Outcome({ file, outcome }: { file: File; outcome: ImportOutcome }) {
  return (
    <>
      <p className={classes.fileName}>
        {file.name} · {plural(outcome.rows, 'row')}
      </p>
      <dl className={classes.facts}>
        <Fact label="New examples" value={outcome.added} />
        <Fact label="There already" value={outcome.known} />
        <Fact label="New intents" value={outcome.newIntents.length} />
        {outcome.removedIntents.length > 0 && (
          <Fact label="Intents removed" value={outcome.removedIntents.length} />
        )}
      </dl>
      {outcome.newIntents.length > 0 && (
        <p className={classes.sub}>
          New: {outcome.newIntents.slice(0, NAMED).join(', ')}
          {outcome.newIntents.length > NAMED && ` and ${outcome.newIntents.length - NAMED} more`}. They begin
          as tier B.
        </p>
      )}
      {outcome.faultCount > 0 && (
        <Alert
          mt="md"
          color="red"
          icon={<IconAlertTriangle size={18} />}
          title={`${plural(outcome.faultCount, 'line')} cannot be imported, so nothing is`}
        >
          <ul className={classes.faults}>
            {outcome.faults.map((fault) => (
              <li key={`${fault.line} ${fault.message}`}>
                {fault.line > 0 && <strong>Line {count(fault.line)}: </strong>}
                {fault.message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

function Fact({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count(value)}</dd>
    </div>
  );
}
