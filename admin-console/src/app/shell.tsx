import { CommandPalette, ShortcutHelp, UndoKey, useSetting } from '@openteller/web-kit';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { GlobalCommands } from './global-commands.tsx';
import { Navigation } from './navigation.tsx';
import { PhoneBar, PhoneTabs } from './phone-navigation.tsx';
import classes from './shell.module.css';

/** Navigation at the side of (on a phone: around) whatever page is open. */
export function Shell() {
  const [collapsed, setCollapsed] = useSetting('admin.navigation-collapsed', false);
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scroll belongs to the page, so it starts anew with the path
  useEffect(() => {
    // Newer browsers return a promise from it, which React would take for the effect's end.
    void content.current?.scrollTo({ top: 0 });
  }, [pathname]);
  return (
    <div className={classes.shell} data-collapsed={collapsed || undefined}>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <PhoneBar />
      <Navigation collapsed={collapsed} onToggle={() => setCollapsed(!collapsed)} />
      <main className={classes.content} id="content" ref={content} tabIndex={0}>
        <Outlet />
      </main>
      <PhoneTabs />
      <GlobalCommands onToggleNavigation={() => setCollapsed(!collapsed)} />
      <UndoKey />
      <CommandPalette placeholder="Go to a section or do something…" />
      <ShortcutHelp />
    </div>
  );
}
