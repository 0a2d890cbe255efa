import { EmptyState, Rows } from '@openteller/web-kit';
import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { useCan } from '../../../shared/me.tsx';
import { Card, Page } from '../../../shared/page.tsx';
import { pluginsQuery } from '../api/plugins.ts';
import { waiting } from '../pending.ts';
import classes from '../plugins.module.css';
import { ApprovalCard } from './approval-card.tsx';

/** What waits for a second person before a plugin may do more than it could. */
export function ApprovalsPage() {
  const plugins = useQuery(pluginsQuery);
  return (
    <Page
      title="Approvals"
      lead="A plugin that asks for more than your bank approved waits here for a second person. Until then it goes on as it was."
    >
      <Loaded
        query={plugins}
        title="The approvals could not be loaded"
        waiting={<Rows count={2} height={280} gap={18} />}
      >
        {(data) => {
          const pending = waiting(data);
          return pending.length === 0 ? (
            <Card>
              <EmptyState
                kind="done"
                icon={<IconChecks size={26} stroke={1.6} />}
                title="Nothing waits for a second person"
                text="When somebody enables a plugin that reads more data or calls other hosts than before, it appears here with the difference."
              />
            </Card>
          ) : (
            <ul className={classes.approvals}>
              {pending.map((plugin) => (
                <li key={plugin.id}>
                  <ApprovalCard plugin={plugin} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Elsewhere />
    </Page>
  );
}

function Elsewhere() {
  return useCan('KNOWLEDGE_READ') ? (
    <p className={classes.elsewhere}>
      Documents are approved in the library:{' '}
      <Link to="/knowledge" search={{ standing: 'IN_REVIEW' }}>
        documents in review
      </Link>
    </p>
  ) : null;
}
