import { Ago, type Plugin } from '@openteller/web-kit';
import { IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { wish } from './pending.ts';
import classes from './plugins.module.css';

/** Something of this plugin waits for a second person. */
export function PendingNote({ plugin }: { plugin: Plugin }) {
  const { pending } = plugin;
  if (!pending) return null;
  return (
    <p className={classes.pendingNote} role="note">
      <IconUserCheck size={18} stroke={1.8} aria-hidden />
      <span>
        {pending.askedBy} asks to {wish(pending, plugin)}, <Ago at={pending.askedAt} />. A second person has
        to approve it. <Link to="/approvals">See what it asks for</Link>
      </span>
    </p>
  );
}
