import type { Permission, Role, Team } from '@openteller/web-kit';

/** What several roles add up to. */
export function effective(roles: Team['roles'], chosen: readonly Role[]): Permission[] {
  return [...new Set(roles.filter((role) => chosen.includes(role.name)).flatMap((role) => role.permissions))];
}
