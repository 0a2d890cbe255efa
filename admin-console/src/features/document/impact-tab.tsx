import { Button, Progress } from '@mantine/core';
import {
  Ago,
  EmptyState,
  ErrorState,
  type Impact,
  type ImpactAnswer,
  Rows,
  toastProblem,
} from '@openteller/web-kit';
import { IconArrowRight, IconGitCompare, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AnswerKindChip } from '../../shared/answer-kinds.tsx';
import { useCan } from '../../shared/me.tsx';
import { plural } from '../../shared/words.ts';
import { documentKey, impactQuery, startImpact } from './api.ts';
import classes from './document.module.css';

/** Questions that customers really asked, answered once more without and with this version. */
export function ImpactTab({ slug, version }: { slug: string; version: number }) {
  const queries = useQueryClient();
  const impact = useQuery(impactQuery(slug, version));
  const mayRead = useCan('KNOWLEDGE_READ');
  const start = useMutation({
    mutationFn: () => startImpact(slug, version),
    onError: (error) => toastProblem(error, 'The preview did not start'),
    onSettled: () => void queries.invalidateQueries({ queryKey: [...documentKey(slug), 'impact'] }),
  });
  if (impact.isPending) return <Rows count={3} height={110} />;
  if (impact.isError && !impact.data) {
    return (
      <ErrorState
        error={impact.error}
        title="The preview could not be loaded"
        retry={() => void impact.refetch()}
      />
    );
  }
  const { asked, done, running, changed } = impact.data;
  if (asked === 0 && !running) {
    return (
      <EmptyState
        kind="first"
        icon={<IconGitCompare size={26} stroke={1.6} />}
        title="What would change for customers?"
        text="The questions of the last weeks are answered again, once with what is in force and once with this version. No customer sees any of it."
        {...(mayRead ? { action: { label: 'Start the preview', run: () => start.mutate() } } : {})}
      />
    );
  }
  return (
    <>
      <div className={classes.impactHead} role="status">
        <span>
          {running ? (
            <>
              <strong>{done}</strong> of {asked} questions answered again, {changed.length} differ so far
            </>
          ) : (
            <Verdict impact={impact.data} />
          )}
        </span>
        {!running && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} />}
            loading={start.isPending}
            onClick={() => start.mutate()}
          >
            Run again
          </Button>
        )}
      </div>
      {running && (
        <Progress
          value={asked === 0 ? 0 : (done / asked) * 100}
          animated
          mb="md"
          radius="xl"
          aria-label="Questions answered again"
        />
      )}
      <ol className={classes.impactList}>
        {changed.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same question may have been asked twice
          <li key={index} className={classes.check}>
            <p className={classes.question} dir="auto">
              “{each.question}”
              <span className={classes.sub}>
                {' '}
                asked <Ago at={each.askedAt} />
              </span>
            </p>
            <div className={classes.twin}>
              <Answer label="Now" answer={each.before} />
              <IconArrowRight className={classes.arrow ?? ''} size={18} aria-hidden />
              <Answer label="With this version" answer={each.after} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Verdict({ impact: { asked, changed } }: { impact: Impact }) {
  if (changed.length === 0) {
    return (
      <>
        <strong>No answer changes.</strong> {plural(asked, 'past question')} were answered the same both ways.
      </>
    );
  }
  const lost = changed.filter(
    ({ before, after }) => before.kind === 'ANSWERED' && after.kind !== 'ANSWERED',
  ).length;
  const won = changed.filter(
    ({ before, after }) => before.kind !== 'ANSWERED' && after.kind === 'ANSWERED',
  ).length;
  return (
    <>
      <strong>{changed.length}</strong> of {plural(asked, 'past question')} would be answered differently
      {won > 0 && `; ${won} for the first time`}
      {lost > 0 && <span className={classes.lost}>; {lost} no longer</span>}.
    </>
  );
}

function Answer({ label, answer }: { label: string; answer: ImpactAnswer }) {
  return (
    <div className={classes.side}>
      <span className={classes.sideHead}>
        <span className={classes.sub}>{label}</span> <AnswerKindChip kind={answer.kind} />
      </span>
      <p className={classes.passageText} dir="auto">
        {answer.text ?? 'No answer: the customer is offered a person.'}
      </p>
      {answer.citations.length > 0 && (
        <span className={classes.sub}>
          {answer.citations
            .map((cited) => `${cited.title ?? cited.slug}, version ${cited.version}`)
            .join(' · ')}
        </span>
      )}
    </div>
  );
}
