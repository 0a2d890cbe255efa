import { ErrorState } from '@openteller/web-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Loaded } from '../../shared/loaded.tsx';
import { Page, PageSkeleton } from '../../shared/page.tsx';
import { connectorQuery } from './api/stored.ts';
import { Editor } from './editor/editor.tsx';

/** One connector: its editor, what waits for a second person, its versions. */
export function ConnectorPage() {
  const { id } = useParams({ from: '/connectors/$id' });
  const queries = useQueryClient();
  const connector = useQuery(connectorQuery(id));
  const [generation, setGeneration] = useState(0);
  const reload = useCallback(async () => {
    await queries.refetchQueries({ queryKey: ['connectors', 'one', id] });
    void queries.invalidateQueries({ queryKey: ['connectors', 'all'] });
    void queries.invalidateQueries({ queryKey: ['connectors', 'versions', id] });
    setGeneration((before) => before + 1);
  }, [queries, id]);
  if (connector.isError && !connector.data) {
    return (
      <Page title="Connector" back={{ label: 'Connectors', to: '/connectors' }}>
        <ErrorState
          error={connector.error}
          title="The connector could not be loaded"
          retry={() => void connector.refetch()}
          retrying={connector.isFetching}
        />
      </Page>
    );
  }
  return (
    <Loaded query={connector} title="The connector could not be loaded" waiting={<PageSkeleton />}>
      {(data) => <Editor key={`${id}-${generation}`} connector={data} reload={reload} />}
    </Loaded>
  );
}
