import {
  EmptyState,
  ErrorState,
  type Gap,
  type GapState,
  Rows,
  toast,
  toastProblem,
} from '@openteller/web-kit';
import { IconConfetti } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Card } from '../../shared/page.tsx';
import { changeGap, gapsQuery } from './api.ts';
import { inState, STATES } from './board.ts';
import { GapCard } from './gap-card.tsx';
import classes from './gaps.module.css';

/** Three columns; a card is moved by its menu, so the keyboard can do it too. */
export function GapBoard({ days }: { days: number }) {
  const queries = useQueryClient();
  const gaps = useQuery(gapsQuery(days));
  const change = useMutation({
    mutationFn: ({ gap, to }: { gap: Gap; to: { state: GapState; owner?: string } }) => changeGap(gap.id, to),
    onSuccess: (_, { gap, to }) => {
      const before = { state: gap.state, ...(gap.owner ? { owner: gap.owner } : {}) };
      const label = STATES.find((each) => each.state === to.state)?.label ?? to.state;
      toast(to.state === gap.state ? 'Saved' : `Moved to “${label}”`, {
        undo: () => change.mutate({ gap: { ...gap, ...to }, to: before }),
      });
    },
    onError: (error) => toastProblem(error, 'The gap stays where it is'),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['gaps'] }),
  });
  if (gaps.isPending) return <Rows count={4} height={110} gap={12} />;
  if (gaps.isError && !gaps.data) {
    return (
      <Card>
        <ErrorState
          error={gaps.error}
          title="The gaps could not be loaded"
          retry={() => void gaps.refetch()}
          retrying={gaps.isFetching}
        />
      </Card>
    );
  }
  if (gaps.data.length === 0) {
    return (
      <Card>
        <EmptyState
          kind="done"
          icon={<IconConfetti size={26} stroke={1.6} />}
          title="No gap in this time"
          text="Every question that came more than once could be answered. New gaps appear here by themselves."
        />
      </Card>
    );
  }
  return (
    <div className={classes.board}>
      {STATES.map(({ state, label, hint }) => {
        const cards = inState(gaps.data, state);
        return (
          <section key={state} className={classes.column} aria-labelledby={`column-${state}`}>
            <h2 className={classes.columnTitle} id={`column-${state}`}>
              {label} <span className={classes.columnCount}>{cards.length}</span>
            </h2>
            {cards.length === 0 ? (
              <p className={classes.none}>{hint}: none</p>
            ) : (
              <ol className={classes.cards}>
                {cards.map((gap) => (
                  <GapCard
                    key={gap.id}
                    gap={gap}
                    moving={change.isPending && change.variables.gap.id === gap.id}
                    onChange={(to) => change.mutate({ gap, to })}
                  />
                ))}
              </ol>
            )}
          </section>
        );
      })}
    </div>
  );
}
