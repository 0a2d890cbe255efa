import type { Me, Plugin, PluginApproval } from '@openteller/web-kit';

/** Whoever asked may not decide. */
export const askedBy = (approval: PluginApproval, me: Pick<Me, 'id' | 'name' | 'email'>): boolean =>
  approval.mine ?? [me.id, me.name, me.email].includes(approval.askedBy);

/** What is asked for, as the end of "Lakshmi Iyer asks to …". */
export function wish(approval: PluginApproval, plugin: Pick<Plugin, 'name'>): string {
  const { version, difference } = approval;
  switch (approval.action) {
    case 'ENABLE':
      return `enable ${plugin.name} ${version}`;
    case 'VERSION':
      return difference.from
        ? `move ${plugin.name} from ${difference.from} to ${version}`
        : `run ${plugin.name} ${version}`;
    case 'EGRESS':
      return `change where ${plugin.name} goes`;
    default:
      return `change ${plugin.name}`;
  }
}

export const waiting = (plugins: readonly Plugin[]): Plugin[] => plugins.filter((each) => each.pending);
