import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCan } from '../../shared/me.tsx';
import { plural } from '../../shared/words.ts';
import { changesQuery, waitingOf } from './api/bounds.ts';
import { supplierChangesQuery, waitingChoices } from './api/suppliers.ts';
import { unsettledCountsQuery } from './api/unsettled.ts';
import classes from './operations.module.css';

/** What of the bank's operations waits for people, for the dashboard; nothing when nothing does. */
export function OpenWork() {
  const settles = useCan('OPERATION_APPROVE');
  const bounds = useCan('PROCEDURE_READ');
  const counts = useQuery({ ...unsettledCountsQuery, enabled: settles }).data;
  const waiting = waitingOf(
    useQuery({ ...changesQuery, enabled: bounds, refetchInterval: 60_000 }).data,
  ).length;
  const choices = waitingChoices(
    useQuery({ ...supplierChangesQuery, enabled: bounds, refetchInterval: 60_000 }).data,
  ).length;
  const people = counts ? counts.people + counts.second : 0;
  if (people + waiting + choices === 0) return null;
  return (
    <p className={classes.open} role="status">
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
      {people > 0 && (
        <Link to="/operations" search={{ view: 'unsettled' }}>
          {plural(people, 'operation')} to settle
        </Link>
      )}
      {waiting > 0 && (
        <Link to="/operations" search={{ view: 'bounds' }}>
          {plural(waiting, 'change')} of bounds to agree to
        </Link>
      )}
      {choices > 0 && (
        <Link to="/operations" search={{ view: 'suppliers' }}>
          {plural(choices, 'choice')} of suppliers to agree to
        </Link>
      )}
    </p>
  );
}
