import { EmptyState, Rows } from '@openteller/web-kit';
import { IconBellOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { Alarm } from '../alarm-banner.tsx';
import { alarmsQuery } from '../api/alarms.ts';
import classes from '../models.module.css';

/** All alarms that stand, the newest first. */
export function AlarmList() {
  const alarms = useQuery(alarmsQuery);
  return (
    <Card title="Alarms" hint="The newest first, of the last 90 days">
      <Loaded
        query={alarms}
        title="The alarms could not be loaded"
        waiting={<Rows count={2} height={60} />}
        compact
      >
        {(items) =>
          items.length === 0 ? (
            <EmptyState
              kind="done"
              icon={<IconBellOff size={24} />}
              title="No alarm"
              text="Budgets suffice, and every model that is asked answers."
              compact
            />
          ) : (
            <div className={classes.alarmList}>
              {items.map((alarm) => (
                <Alarm key={`${alarm.at} ${alarm.kind} ${alarm.task ?? ''}`} alarm={alarm} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}
