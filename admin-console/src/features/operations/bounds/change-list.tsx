import { EmptyState, Rows } from '@openteller/web-kit';
import { IconAdjustments } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { changesQuery } from '../api/bounds.ts';
import classes from '../operations.module.css';
import { ChangeCard } from './change-card.tsx';

/** Every change of a bound: what waits first. */
export function ChangeList() {
  const changes = useQuery(changesQuery);
  const navigate = useNavigate({ from: '/operations' });
  return (
    <Loaded
      query={changes}
      title="The changes could not be loaded"
      waiting={<Rows count={3} height={150} gap={16} />}
    >
      {(all) =>
        all.length === 0 ? (
          <Card>
            <EmptyState
              kind="first"
              icon={<IconAdjustments size={26} stroke={1.6} />}
              title="Every operation is as the catalogue has it"
              text="A bank can be stricter: fewer calls, smaller amounts, a colleague more often, or not at all."
              action={{
                label: 'Open the catalogue',
                run: () => void navigate({ search: { view: 'catalogue' } }),
              }}
            />
          </Card>
        ) : (
          <ul className={classes.changes}>
            {all.map((change) => (
              <li key={change.id}>
                <ChangeCard change={change} linked />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
