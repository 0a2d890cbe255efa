import { Ago, type Plugin } from '@openteller/web-kit';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Card } from '../../../shared/page.tsx';
import classes from '../plugins.module.css';
import { Health } from '../state-chips.tsx';
import { Facts } from './facts.tsx';

/** How it is doing, and what it is. */
export function Condition({ plugin }: { plugin: Plugin }) {
  const { health, lastError } = plugin;
  return (
    <Card title="Condition">
      <Health health={health} />
      <p className={classes.sub}>
        {health.checkedAt ? (
          <>
            Checked <Ago at={health.checkedAt} />
            {health.detail && `: ${health.detail}`}
          </>
        ) : (
          (health.detail ?? 'It was not asked yet.')
        )}
      </p>
      {lastError && (
        <p className={classes.lastError}>
          <IconAlertTriangle size={15} aria-hidden /> {lastError}
        </p>
      )}
      <Facts
        facts={[
          ['Version', plugin.version],
          ['Licence', plugin.license],
          ['Id', plugin.id],
        ]}
      />
    </Card>
  );
}
