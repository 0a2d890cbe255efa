import { EmptyState, Rows } from '@openteller/web-kit';
import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { supplierChangesQuery } from '../api/suppliers.ts';
import classes from '../operations.module.css';
import { SupplierChangeCard } from './supplier-change-card.tsx';

/** Every choice of a supplier: what waits first. */
export function SupplierList() {
  const changes = useQuery(supplierChangesQuery);
  const navigate = useNavigate({ from: '/operations' });
  return (
    <Loaded
      query={changes}
      title="The choices could not be loaded"
      waiting={<Rows count={3} height={130} gap={16} />}
    >
      {(all) =>
        all.length === 0 ? (
          <Card>
            <EmptyState
              kind="first"
              icon={<IconPlugConnected size={26} stroke={1.6} />}
              title="Nothing was chosen yet"
              text="A plugin that is alone in doing something does it. Where several could, the bank chooses, for an operation or for a whole domain."
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
                <SupplierChangeCard change={change} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
