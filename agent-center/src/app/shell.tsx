import { CommandPalette, ShortcutHelp, UndoKey } from '@openteller/web-kit';
import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQueue } from '../shared/desk/queries.ts';
import { GoCommands } from './go-commands.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';

/** Navigation beside (below, on a phone) whatever page is open. */
export function Shell() {
  const { id } = useParams({ strict: false });
  return (
    <div className={classes.shell} data-reading={id !== undefined || undefined}>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <Navigation />
      <div className={classes.content} id="content">
        <Outlet />
      </div>
      <WindowTitle />
      <GoCommands />
      <UndoKey />
      <CommandPalette />
      <ShortcutHelp />
    </div>
  );
}

/** The number of waiting customers in the tab's title: seen without looking at the page. */
function WindowTitle() {
  const { waiting } = useQueue();
  useEffect(() => {
    document.title = waiting.length > 0 ? `(${waiting.length}) Agent center` : 'Agent center';
  }, [waiting.length]);
  return null;
}
