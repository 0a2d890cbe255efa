import { Button, Group } from '@mantine/core';
import { EmptyState, Rows, toastProblem } from '@openteller/web-kit';
import { IconFileImport, IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../shared/loaded.tsx';
import { useCan } from '../../shared/me.tsx';
import { Card, Page } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { type ConnectorRow, connectorsQuery, putDraft, type Running } from './api/stored.ts';
import classes from './connectors.module.css';
import { ConnectorTable } from './list/connector-table.tsx';
import { ImportDialog } from './list/import-dialog.tsx';
import { NewDialog } from './list/new-dialog.tsx';

/** The bank's connectors: what of them runs, what is being written, and what waits for somebody. */
export function ConnectorsPage() {
  const list = useQuery(connectorsQuery);
  const search = useSearch({ from: '/connectors' });
  const navigate = useNavigate({ from: '/connectors' });
  const mayWrite = useCan('PLUGIN_WRITE');
  const go = (open: { new?: true; import?: true }) => void navigate({ search: open, replace: true });
  return (
    <Page
      title="Connectors"
      lead="How the bank’s own API supplies operations. What two people published is in use until somebody takes it out of use; its address and secrets are settings of the plugin."
      actions={
        <>
          <PermitButton
            needs="PLUGIN_WRITE"
            variant="default"
            leftSection={<IconFileImport size={17} />}
            onClick={() => go({ import: true })}
          >
            Import
          </PermitButton>
          <PermitButton
            needs="PLUGIN_WRITE"
            leftSection={<IconPlus size={17} />}
            onClick={() => go({ new: true })}
          >
            New connector
          </PermitButton>
        </>
      }
    >
      <Loaded
        query={list}
        title="The connectors could not be loaded"
        waiting={
          <Card>
            <Rows count={3} height={56} />
          </Card>
        }
      >
        {({ connectors, running }) => (
          <div className={classes.stack}>
            <RunsNow running={running} rows={connectors} />
            {connectors.length === 0 ? (
              <Card>
                <EmptyState
                  kind="first"
                  icon={<IconPlugConnected size={26} stroke={1.6} />}
                  title="No connector yet"
                  text="Bring in the bank’s OpenAPI file or a line of curl, and choose what each call is to serve."
                  {...(mayWrite ? { action: { label: 'New connector', run: () => go({ new: true }) } } : {})}
                />
              </Card>
            ) : (
              <Card flush>
                <ConnectorTable rows={connectors} />
              </Card>
            )}
          </div>
        )}
      </Loaded>
      {search.new && <NewDialog taken={list.data?.connectors ?? []} onClose={() => go({})} />}
      {search.import && <ImportDialog taken={list.data?.connectors ?? []} onClose={() => go({})} />}
    </Page>
  );
}

function RunsNow({ running, rows }: { running: Running | undefined; rows: readonly ConnectorRow[] }) {
  const navigate = useNavigate();
  const mayWrite = useCan('PLUGIN_WRITE');
  const takeUp = useMutation({
    mutationFn: (document: NonNullable<Running['connector']>) =>
      putDraft(document.name, { definition: document, layout: {} }, undefined),
    onSuccess: () => void navigate({ to: '/connectors/$id', params: { id: running?.name ?? '' } }),
    onError: (error) => toastProblem(error, 'It could not be taken up'),
  });
  if (!running) {
    return (
      <p className={classes.lead}>Nothing was published yet, so the plugin banking-rest supplies nothing.</p>
    );
  }
  const byHand = running.connector;
  const used = rows.filter(({ inUse }) => inUse);
  return (
    <Group className={classes.lead ?? ''} gap="xs">
      {byHand ? (
        <span>
          The bank runs on <strong>{running.name}</strong>, version {running.version}, which was put into the
          plugin by hand. Whoever changes it takes it up here first.
        </span>
      ) : (
        <span>
          {used.length === 0
            ? 'No connector is in use.'
            : 'A new conversation runs on what is in use; one that asks the bank already finishes on its version. '}
          {used.length > 1 && (
            <>
              What several supply is chosen under <Link to="/operations">Operations</Link>.
            </>
          )}
        </span>
      )}
      {byHand && mayWrite && rows.every(({ id }) => id !== byHand.name) && (
        <Button
          size="compact-sm"
          variant="default"
          loading={takeUp.isPending}
          onClick={() => takeUp.mutate(byHand)}
        >
          Take it up
        </Button>
      )}
      <Link className={classes.link ?? ''} to="/plugins/$id" params={{ id: 'banking-rest' }}>
        Address, secrets and connection test
      </Link>
    </Group>
  );
}
