import { EmptyState, ErrorState, type ModelRoute, Rows } from '@openteller/web-kit';
import { IconCpu } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Card, Page } from '../../shared/page.tsx';
import { modelsQuery } from './api.ts';
import classes from './models.module.css';
import { RouteCard, TASKS } from './route-card.tsx';

const UNSET = { timeoutMillis: 8_000, dailyTokenBudget: 200_000, on: false };

/** Where a bank lets language models help. Without any the platform works by itself. */
export function ModelsPage() {
  const models = useQuery(modelsQuery);
  const navigate = useNavigate();
  return (
    <Page
      title="Models"
      lead="Language models are optional. Where one is used, personal data is hidden from it and every sentence it writes passes the claims gate."
    >
      {models.isPending ? (
        <Rows count={3} height={220} gap={18} />
      ) : models.isError && !models.data ? (
        <Card>
          <ErrorState
            error={models.error}
            title="The models could not be loaded"
            retry={() => void models.refetch()}
          />
        </Card>
      ) : models.data.providers.some((each) => each.state === 'ENABLED') ? (
        <div className={classes.cards}>
          {(Object.keys(TASKS) as ModelRoute['task'][]).map((task) => (
            <RouteCard
              key={task}
              models={models.data}
              route={models.data.routes.find((each) => each.task === task) ?? { task, ...UNSET }}
            />
          ))}
        </div>
      ) : (
        <Card>
          <EmptyState
            kind="first"
            icon={<IconCpu size={26} stroke={1.6} />}
            title="No model is connected"
            text="Answers are made of the documents' own sentences. To let a model help, enable a plugin that offers models."
            action={{ label: 'Open the plugins', run: () => void navigate({ to: '/plugins' }) }}
          />
        </Card>
      )}
    </Page>
  );
}
