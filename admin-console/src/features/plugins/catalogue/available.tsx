import { Button, Skeleton } from '@mantine/core';
import { EmptyState, type PluginDirectory } from '@openteller/web-kit';
import { IconCloudOff, IconFolderOpen, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { Card } from '../../../shared/page.tsx';
import { directoryQuery } from '../api/directory.ts';
import classes from '../plugins.module.css';
import type { CatalogueSearch } from '../search.ts';
import { AvailableTable } from './available-table.tsx';
import { fittingAvailable } from './fitting.ts';

/** What the operator could install from the directory, and whether the directory answers at all. */
export function Available({ search }: { search: CatalogueSearch }) {
  const directory = useQuery(directoryQuery);
  return (
    <Loaded
      query={directory}
      title="The directory could not be loaded"
      waiting={<Skeleton height={360} radius="lg" />}
    >
      {(data) => (
        <>
          {!data.reachable && (
            <div className={classes.pendingNote} role="status">
              <IconCloudOff size={18} stroke={1.8} aria-hidden />
              <p className={classes.grow}>
                <strong>{data.source ? 'The directory does not answer.' : 'No directory is set up.'}</strong>{' '}
                {data.source
                  ? data.detail
                  : 'The operator of the platform can name a folder or an address that plugins come from. Here is what is installed.'}
              </p>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconRefresh size={14} />}
                loading={directory.isFetching}
                onClick={() => void directory.refetch()}
              >
                Try again
              </Button>
            </div>
          )}
          <Listed directory={data} search={search} />
        </>
      )}
    </Loaded>
  );
}

function Listed({ directory, search }: { directory: PluginDirectory; search: CatalogueSearch }) {
  const navigate = useNavigate({ from: '/plugins' });
  const fitting = fittingAvailable(directory.items, search);
  if (directory.items.length === 0) {
    return directory.reachable ? (
      <Card>
        <EmptyState
          kind="first"
          icon={<IconFolderOpen size={26} stroke={1.6} />}
          title="The directory is empty"
          text={`There is no package in ${directory.source}. Partners’ packages appear here as soon as they are put there.`}
        />
      </Card>
    ) : null;
  }
  if (fitting.length === 0) {
    return (
      <Card>
        <EmptyState
          kind="none"
          title="Nothing in the directory fits these filters"
          action={{
            label: 'Clear filters',
            run: () => void navigate({ search: { view: 'available' }, replace: true }),
          }}
        />
      </Card>
    );
  }
  return (
    <Card
      title={directory.source ? 'In the directory' : 'On this platform'}
      hint={`${directory.source ? `From ${directory.source}. ` : ''}The operator of the platform installs; then you enable it for your bank.`}
      flush
    >
      <AvailableTable items={fitting} />
    </Card>
  );
}
