import { Alert } from '@mantine/core';
import { Ago, type Plugin } from '@openteller/web-kit';
import { IconHourglass } from '@tabler/icons-react';
import classes from '../plugins.module.css';

/** Calls are held back after too many failures; the platform tries again by itself. */
export function QuarantineNote({ plugin }: { plugin: Plugin }) {
  const { quarantine } = plugin;
  if (!quarantine) return null;
  return (
    <Alert mb="md" color="red" icon={<IconHourglass size={18} />} title="Held back after failures">
      <p className={classes.alertText}>
        {quarantine.reason}. Since <Ago at={quarantine.since} />, questions that need it go to a person.{' '}
        {quarantine.probeAt && (
          <>
            Next try by the platform: <Ago at={quarantine.probeAt} />.
          </>
        )}
      </p>
    </Alert>
  );
}
