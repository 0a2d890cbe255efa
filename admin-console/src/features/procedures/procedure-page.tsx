import { ErrorState } from '@openteller/web-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Loaded } from '../../shared/loaded.tsx';
import { Page, PageSkeleton } from '../../shared/page.tsx';
import { procedureQuery } from './api/procedures.ts';
import { ProcedureView } from './procedure-view.tsx';

/** One procedure: its editor, what waits for a second person, its versions. */
export function ProcedurePage() {
  const { id } = useParams({ from: '/procedures/$id' });
  const queries = useQueryClient();
  const procedure = useQuery(procedureQuery(id));
  const [generation, setGeneration] = useState(0);
  const reload = useCallback(async () => {
    await queries.refetchQueries({ queryKey: ['procedure', id] });
    void queries.invalidateQueries({ queryKey: ['procedures'] });
    setGeneration((before) => before + 1);
  }, [queries, id]);
  if (procedure.isError && !procedure.data) {
    return (
      <Page title="Procedure" back={{ label: 'Procedures', to: '/procedures' }}>
        <ErrorState
          error={procedure.error}
          title="The procedure could not be loaded"
          retry={() => void procedure.refetch()}
          retrying={procedure.isFetching}
        />
      </Page>
    );
  }
  return (
    <Loaded query={procedure} title="The procedure could not be loaded" waiting={<PageSkeleton />}>
      {(data) => <ProcedureView key={`${id}-${generation}`} procedure={data} reload={reload} />}
    </Loaded>
  );
}
