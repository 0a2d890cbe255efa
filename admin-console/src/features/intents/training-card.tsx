import { Progress, Text } from '@mantine/core';
import { Ago, type IntentOverview, toast, toastProblem } from '@openteller/web-kit';
import { IconAlertTriangle, IconSchool } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Chip } from '../../shared/chips.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { count, percent, plural } from '../../shared/words.ts';
import { refresh, startTraining, trainingQuery } from './api.ts';
import classes from './intents.module.css';
import { modelName } from './words.ts';

/** Which model decides, which one waits to be looked at, and the training that is going on. */
export function TrainingCard({ overview }: { overview: IntentOverview }) {
  const queries = useQueryClient();
  const training = useQuery(trainingQuery);
  const run = training.data;
  const running = run?.state === 'RUNNING';
  const ran = useRef(false);
  useEffect(() => {
    if (running) ran.current = true;
    else if (ran.current) {
      ran.current = false;
      if (run?.state === 'DONE') toast(run.line);
      void refresh(queries);
    }
  }, [running, run, queries]);
  const start = useMutation({
    mutationFn: startTraining,
    onSuccess: ({ run: begun }) => queries.setQueryData(trainingQuery.queryKey, begun ?? null),
    onError: (error) => {
      toastProblem(error, 'No training was started');
      void training.refetch();
    },
  });
  const { live, candidate } = overview;
  return (
    <section className={classes.status} aria-label="Models and training">
      <div className={classes.statusModel}>
        <span className={classes.statusLabel}>Decides now</span>
        <strong className={classes.statusName}>{modelName(live.number)}</strong>
        <span className={classes.sub}>
          {percent(live.accuracy, 1)} of {plural(live.examples, 'example')} · {plural(live.intents, 'intent')}
        </span>
      </div>
      <div className={classes.statusModel}>
        <span className={classes.statusLabel}>Candidate</span>
        {candidate ? (
          <>
            <Link
              to="/intents"
              search={{ view: 'models', model: candidate.number }}
              className={classes.statusName}
            >
              {modelName(candidate.number)}
            </Link>
            <span className={classes.sub}>
              {percent(candidate.accuracy, 1)} of {count(candidate.examples)} ·{' '}
              <Ago at={candidate.trainedAt ?? ''} />
            </span>
          </>
        ) : (
          <>
            <strong className={classes.statusNone}>None</strong>
            <span className={classes.sub}>Training makes one; you look at it before it decides.</span>
          </>
        )}
      </div>
      <div className={classes.statusRun} aria-live="polite">
        {running ? (
          <>
            <Text size="sm" fw={600}>
              {run.line}
            </Text>
            <Progress value={Math.max(2, run.progress * 100)} animated radius="xl" aria-label="Training" />
            <span className={classes.sub}>
              started by {run.startedBy} <Ago at={run.startedAt} />
            </span>
          </>
        ) : (
          <>
            {run?.state === 'FAILED' && (
              <Text size="sm" c="var(--ot-danger)">
                <IconAlertTriangle size={15} className={classes.inlineIcon} aria-hidden /> {run.line}
              </Text>
            )}
            <div className={classes.statusAction}>
              {overview.changed && <Chip color="orange">not trained yet: your changes</Chip>}
              <PermitButton
                needs="INTENT_WRITE"
                leftSection={<IconSchool size={18} />}
                loading={start.isPending}
                variant={overview.changed || !overview.own ? 'filled' : 'default'}
                blocked={
                  overview.own
                    ? undefined
                    : 'Change or import something first: this is the starter set, trained already'
                }
                onClick={() => start.mutate()}
              >
                Train
              </PermitButton>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
