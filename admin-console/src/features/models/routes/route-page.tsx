import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { WaitingPage } from '../../../shared/waiting-page.tsx';
import { modelsQuery } from '../api/models.ts';
import classes from '../models.module.css';
import { blankRoute } from './route-draft.ts';
import { RouteEditor } from './route-editor.tsx';

export function RoutePage() {
  const { task } = useParams({ from: '/models/$task' });
  const models = useQuery(modelsQuery);
  if (!models.data) {
    return (
      <WaitingPage
        title="Route"
        back={{ label: 'Models', to: '/models' }}
        wide
        query={models}
        columns={classes.editorColumns}
        heights={[560, 420]}
      />
    );
  }
  const route = models.data.routes.find((each) => each.task === task) ?? blankRoute(task);
  return <RouteEditor key={task} route={route} models={models.data} />;
}
