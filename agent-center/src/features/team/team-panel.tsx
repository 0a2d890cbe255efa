import { ErrorState, Rows, type StaffMember } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { staffQuery } from '../../shared/desk/queries.ts';
import { humanise, PRESENCES } from '../../shared/desk/words.ts';
import { useMe } from '../../shared/me.tsx';
import { PersonAvatar } from '../../shared/person-avatar.tsx';
import classes from './team-panel.module.css';

const RANK = { ONLINE: 0, AWAY: 1, OFFLINE: 2 } as const;

/** Who is here and how much each one holds. */
export function TeamPanel() {
  const me = useMe();
  const staff = useQuery(staffQuery);
  const people = useMemo(
    () => [...(staff.data ?? [])].sort((a, b) => RANK[a.presence] - RANK[b.presence] || b.open - a.open),
    [staff.data],
  );
  const here = people.filter((person) => person.presence === 'ONLINE').length;
  return (
    <section className={classes.panel} aria-labelledby="team-title">
      <h2 id="team-title" className={classes.title}>
        Team {staff.data && <span>{here} online</span>}
      </h2>
      {staff.isPending && <Rows count={5} height={44} />}
      {staff.isError && !staff.data && (
        <ErrorState
          compact
          error={staff.error}
          retry={() => void staff.refetch()}
          retrying={staff.isFetching}
        />
      )}
      <ul className={classes.list}>
        {people.map((person) => (
          <Member key={person.id} person={person} self={person.id === me.id} />
        ))}
      </ul>
    </section>
  );
}

function Member({ person, self }: { person: StaffMember; self: boolean }) {
  return (
    <li className={classes.member}>
      <span className={classes.face}>
        <PersonAvatar name={person.name} size={36} />
        <span className={classes.presence} data-presence={person.presence} aria-hidden />
      </span>
      <span className={classes.who}>
        <span className={classes.name}>
          {person.name}
          {self && ' (you)'}
        </span>
        <span className={classes.role}>
          {PRESENCES[person.presence]} · {humanise(person.roles[0] ?? 'AGENT')}
        </span>
      </span>
      <span className={classes.open} title="Open conversations">
        {person.open}
        <span className="ot-visually-hidden"> open</span>
      </span>
    </li>
  );
}
