import { Checkbox } from '@mantine/core';
import type { Role, Team } from '@openteller/web-kit';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { humanise, PERMISSIONS } from '../../shared/words.ts';
import { effective } from './effective.ts';
import classes from './team.module.css';

interface RolePickerProps {
  roles: Team['roles'];
  value: Role[];
  onChange: (roles: Role[]) => void;
}

/** Roles with what they are for; below, what the chosen ones add up to. */
export function RolePicker({ roles, value, onChange }: RolePickerProps) {
  const granted = effective(roles, value);
  return (
    <>
      <Checkbox.Group label="Roles" value={value} onChange={(chosen) => onChange(chosen as Role[])}>
        <div className={classes.roles}>
          {roles.map((role) => (
            <Checkbox.Card key={role.name} value={role.name} className={classes.role ?? ''} radius="md">
              <Checkbox.Indicator />
              <span>
                <span className={classes.roleName}>{humanise(role.name)}</span>
                <span className={classes.sub}>{role.description}</span>
              </span>
            </Checkbox.Card>
          ))}
        </div>
      </Checkbox.Group>
      <h3 className={classes.sumTitle}>Together they may</h3>
      <ul className={classes.sum}>
        {Object.entries(PERMISSIONS).map(([name, permission]) => {
          const has = granted.some((each) => each === name);
          return (
            <li key={name} data-has={has || undefined}>
              {has ? <IconCheck size={15} aria-hidden /> : <IconMinus size={15} aria-hidden />}
              <span>
                {permission.label}
                <span className="ot-visually-hidden">{has ? ': yes' : ': no'}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
