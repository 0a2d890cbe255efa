import { Alert, Button, Switch } from '@mantine/core';
import { asProblem, type ModelRoute, type Models, toast } from '@openteller/web-kit';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../../shared/me.tsx';
import { Card, Page } from '../../../shared/page.tsx';
import { useUnsaved } from '../../../shared/unsaved.tsx';
import { useChangeRoute } from '../api/change-route.ts';
import { regionQuery, regionsOf } from '../api/region.ts';
import classes from '../models.module.css';
import { taskOf } from '../words.ts';
import { CandidateList } from './candidate-list.tsx';
import { faultWords } from './fault-words.ts';
import { PromptLine } from './prompt-line.tsx';
import { RouteBudget } from './route-budget.tsx';
import { problemsOf } from './route-check.ts';
import { addCandidate, type Draft, draftOf, routeOf, sameRoute } from './route-draft.ts';
import { WhenItFails } from './when-it-fails.tsx';

/** One task: who is asked in which order, how long each may take, and how much it may use. */
export function RouteEditor({ route, models }: { route: ModelRoute; models: Models }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(route));
  const [stored, setStored] = useState(route);
  const region = useQuery(regionQuery);
  const save = useChangeRoute(route.task);
  const mayWrite = useCan('PLUGIN_WRITE');
  const wanted = routeOf(draft);
  const changed = !sameRoute(wanted, routeOf(draftOf(stored)));
  const { saved } = useUnsaved(changed);
  const problems = problemsOf(wanted, regionsOf(region.data));
  const refused = save.error ? asProblem(save.error) : undefined;
  const { title, hint } = taskOf(route.task);
  const change = (next: Draft) => {
    setDraft(next);
    save.reset();
  };
  const store = () =>
    save.mutate(wanted, {
      onSuccess: (answer) => {
        const next = answer.task ? answer : wanted;
        saved();
        setStored(next);
        setDraft(draftOf(next));
        toast(`The route for ${title.toLowerCase()} is saved as a new release`);
      },
    });
  return (
    <Page
      title={title}
      lead={
        <>
          {hint && `${hint}.`}
          <PromptLine task={route.task} />
        </>
      }
      back={{ label: 'Models', to: '/models' }}
      wide
      actions={
        mayWrite && (
          <>
            {changed && (
              <Button variant="subtle" color="gray" onClick={() => change(draftOf(stored))}>
                Discard
              </Button>
            )}
            <Button disabled={!changed || problems.length > 0} loading={save.isPending} onClick={store}>
              Save
            </Button>
          </>
        )
      }
    >
      {changed && problems.length > 0 && (
        <Alert
          mb="md"
          color="orange"
          icon={<IconAlertTriangle size={18} />}
          title="Not ready to be saved"
          role="status"
        >
          {problems.join('. ')}.
        </Alert>
      )}
      {refused && (
        <Alert mb="md" color="red" icon={<IconAlertTriangle size={18} />} title={refused.title}>
          {[refused.detail, ...refused.errors.map(faultWords)].filter(Boolean).join('. ')}
        </Alert>
      )}
      <fieldset className={classes.editorColumns} disabled={!mayWrite}>
        <legend className="ot-visually-hidden">Route</legend>
        <Card
          title="Models, in the order in which they are asked"
          hint="The weight shares questions among them; when one fails, the next is asked"
          aside={
            <Switch
              label={draft.on ? 'On' : 'Off'}
              aria-label="A model is used for this task"
              checked={draft.on}
              disabled={!mayWrite}
              onChange={(event) => change({ ...draft, on: event.currentTarget.checked })}
            />
          }
        >
          <CandidateList draft={draft} models={models} region={region.data} onChange={change} />
          {mayWrite && (
            <Button
              mt="md"
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => change(addCandidate(draft))}
            >
              Add a model
            </Button>
          )}
        </Card>
        <div className={classes.stack}>
          <WhenItFails draft={draft} disabled={!mayWrite} onChange={change} />
          <RouteBudget draft={draft} disabled={!mayWrite} onChange={change} />
        </div>
      </fieldset>
    </Page>
  );
}
