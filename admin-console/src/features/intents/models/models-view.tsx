import { ErrorState, type IntentOverview, Rows } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card } from '../../../shared/page.tsx';
import { modelsQuery } from '../api.ts';
import classes from '../intents.module.css';
import { ModelList } from './model-list.tsx';
import { ReportView } from './report-view.tsx';

/** Every model with where it comes from, and the report of the one that is chosen. */
export function ModelsView({ overview }: { overview: IntentOverview }) {
  const search = useSearch({ from: '/intents' });
  const navigate = useNavigate({ from: '/intents' });
  const models = useQuery(modelsQuery);
  if (models.isPending) return <Rows count={5} height={80} />;
  if (models.isError && !models.data) {
    return (
      <Card>
        <ErrorState
          error={models.error}
          title="The models could not be loaded"
          retry={() => void models.refetch()}
          retrying={models.isFetching}
        />
      </Card>
    );
  }
  const wanted = search.model ?? overview.candidate?.number ?? overview.live.number;
  const chosen = models.data.find((model) => model.number === wanted) ?? models.data[0];
  return (
    <div className={classes.models}>
      <ModelList
        models={models.data}
        chosen={chosen?.number}
        onChoose={(model) => void navigate({ search: { view: 'models', model }, replace: true })}
      />
      {chosen && (
        <ReportView key={chosen.number} model={chosen} live={overview.live} titles={overview.items} />
      )}
    </div>
  );
}
