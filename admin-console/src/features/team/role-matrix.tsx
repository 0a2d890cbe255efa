import type { Team } from '@openteller/web-kit';
import { IconCheck } from '@tabler/icons-react';
import { Fragment } from 'react';
import { Card } from '../../shared/page.tsx';
import { humanise, PERMISSIONS } from '../../shared/words.ts';
import classes from './team.module.css';

/** Every permission against every role; who reads one line knows what a role may do. */
export function RoleMatrix({ roles }: { roles: Team['roles'] }) {
  const rows = Object.entries(PERMISSIONS);
  const areas = [...new Set(rows.map(([, permission]) => permission.area))];
  return (
    <Card flush>
      <section className={classes.matrixBox} tabIndex={0} aria-label="What roles may do">
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">Permission</th>
              {roles.map((role) => (
                <th key={role.name} scope="col" title={role.description}>
                  {humanise(role.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <Fragment key={area}>
                <tr className={classes.area}>
                  <th scope="colgroup" colSpan={roles.length + 1}>
                    {area}
                  </th>
                </tr>
                {rows
                  .filter(([, permission]) => permission.area === area)
                  .map(([name, permission]) => (
                    <tr key={name}>
                      <th scope="row">
                        {permission.label}
                        <span className={classes.sub}>{permission.meaning}</span>
                      </th>
                      {roles.map((role) => (
                        <td key={role.name}>
                          {role.permissions.some((each) => each === name) ? (
                            <>
                              <span className={classes.yes} aria-hidden>
                                <IconCheck size={15} stroke={2.2} />
                              </span>
                              <span className="ot-visually-hidden">yes</span>
                            </>
                          ) : (
                            <span className="ot-visually-hidden">no</span>
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
