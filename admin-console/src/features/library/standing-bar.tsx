import { UnstyledButton } from '@mantine/core';
import { type Standing, useNow } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { libraryQuery } from '../../shared/library-query.ts';
import { STANDINGS } from '../../shared/standing.tsx';
import classes from './library.module.css';
import { reviewOf } from './review.ts';

const SHOWN: Standing[] = ['EFFECTIVE', 'IN_REVIEW', 'DRAFT', 'SCHEDULED', 'REJECTED', 'EXPIRED'];

/** How many documents stand where; each number is the filter that shows them. */
export function StandingBar() {
  const all = useQuery(libraryQuery({}));
  const search = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const now = useNow(60_000);
  const rows = all.data?.items;
  if (!rows || rows.length === 0) return null;
  const of = (standing: Standing) =>
    rows.filter((row) =>
      standing === 'EFFECTIVE' ? row.effective !== undefined : row.latest.standing === standing,
    ).length;
  const due = rows.filter((row) => reviewOf(row.reviewDue, now) === 'OVERDUE').length;
  return (
    <section className={classes.bar} aria-label="Documents by standing">
      {SHOWN.map((standing) => ({ standing, count: of(standing) }))
        .filter(({ standing, count }) => count > 0 || standing === 'EFFECTIVE' || standing === 'IN_REVIEW')
        .map(({ standing, count }) => (
          <UnstyledButton
            key={standing}
            className={classes.barItem ?? ''}
            aria-pressed={search.standing === standing}
            title={STANDINGS[standing].meaning}
            onClick={() =>
              void navigate({
                search: search.standing === standing ? {} : { standing },
                replace: true,
              })
            }
          >
            <span className={classes.barCount}>{count}</span>
            <span className={classes.barLabel}>{STANDINGS[standing].label}</span>
          </UnstyledButton>
        ))}
      {due > 0 && (
        <UnstyledButton
          className={classes.barItem ?? ''}
          data-tone="warn"
          aria-pressed={search.due === true}
          onClick={() => void navigate({ search: search.due ? {} : { due: true }, replace: true })}
        >
          <span className={classes.barCount}>{due}</span>
          <span className={classes.barLabel}>Review overdue</span>
        </UnstyledButton>
      )}
    </section>
  );
}
