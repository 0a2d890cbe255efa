import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { ErrorState, type IntentModel, type IntentRow, Rows, toast, toastProblem } from '@openteller/web-kit';
import { IconArrowBackUp, IconRocket } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Card } from '../../../shared/page.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { humanise, percent, plural } from '../../../shared/words.ts';
import { publishModel, refresh, reportQuery, rollBackTo } from '../api.ts';
import classes from '../intents.module.css';
import { modelName, theModel } from '../words.ts';
import { ComparisonCard } from './comparison-card.tsx';
import { Duplicates } from './duplicates.tsx';
import { HeatMap } from './heat-map.tsx';
import { Weakest } from './weakest.tsx';

interface ReportViewProps {
  model: IntentModel;
  live: IntentModel;
  titles: readonly IntentRow[];
}

/** What is to be known of a model before it decides. */
export function ReportView({ model, live, titles }: ReportViewProps) {
  const report = useQuery(reportQuery(model.number));
  const names = new Map(titles.map((row) => [row.name, row.title]));
  const titleOf = (name: string) => names.get(name) ?? humanise(name);
  return (
    <div className={classes.report}>
      <Card>
        <div className={classes.reportHead}>
          <div>
            <h2 className={classes.reportTitle}>{modelName(model.number)}</h2>
            <p className={classes.sub}>
              {percent(model.accuracy, 1)} of {plural(model.examples, 'example')} understood, each by a model
              that was not taught it
            </p>
          </div>
          <Force model={model} live={live} />
        </div>
        <details className={classes.provenance}>
          <summary>Where it comes from</summary>
          <dl>
            <dt>Data (SHA-256)</dt>
            <dd>{model.dataHash}</dd>
            <dt>Parameters</dt>
            <dd>{model.parameters}</dd>
            <dt>Trained by</dt>
            <dd>{model.trainedBy}</dd>
          </dl>
        </details>
      </Card>
      {report.isPending ? (
        <Rows count={3} height={220} gap={16} />
      ) : report.isError && !report.data ? (
        <Card>
          <ErrorState
            error={report.error}
            title="The report could not be loaded"
            retry={() => void report.refetch()}
            retrying={report.isFetching}
          />
        </Card>
      ) : (
        <>
          {report.data.comparison && (
            <ComparisonCard comparison={report.data.comparison} model={model.number} titleOf={titleOf} />
          )}
          <HeatMap cells={report.data.cells} titleOf={titleOf} />
          <Weakest scores={report.data.scores} titleOf={titleOf} />
          {model.number > 0 && <Duplicates duplicates={report.data.duplicates} titleOf={titleOf} />}
        </>
      )}
    </div>
  );
}

/** Puts the model in force, after a word about what changes. */
function Force({ model, live }: { model: IntentModel; live: IntentModel }) {
  const queries = useQueryClient();
  const candidate = model.state === 'CANDIDATE';
  const force = useMutation({
    mutationFn: () => (candidate ? publishModel(model.number) : rollBackTo(model.number)),
    onSuccess: async ({ release }) => {
      toast(`${modelName(model.number)} decides from now on, as release ${release}`);
      await refresh(queries);
      void queries.invalidateQueries({ queryKey: ['releases'] });
    },
    onError: (error) => toastProblem(error, 'Nothing was put in force'),
  });
  if (model.state === 'LIVE' || !model.kept) return null;
  const ask = () =>
    modals.openConfirmModal({
      title: candidate ? `Publish ${theModel(model.number)}?` : `Go back to ${theModel(model.number)}?`,
      children: (
        <Text size="sm">
          From the next message on it decides for every customer, in place of {theModel(live.number)}. It
          becomes a release of its own, and you can go back to {theModel(live.number)} at any time.
        </Text>
      ),
      labels: { confirm: candidate ? 'Publish' : 'Go back', cancel: 'Not now' },
      onConfirm: () => force.mutate(),
    });
  return (
    <PermitButton
      needs="INTENT_WRITE"
      variant={candidate ? 'filled' : 'default'}
      leftSection={candidate ? <IconRocket size={17} /> : <IconArrowBackUp size={17} />}
      loading={force.isPending}
      onClick={ask}
    >
      {candidate ? 'Publish' : 'Go back to this'}
    </PermitButton>
  );
}
