import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import { ContextPanel } from '../features/customer/context-panel.tsx';
import { TeamPanel } from '../features/team/team-panel.tsx';
import { Thread } from '../features/thread/thread.tsx';
import { ListPane } from './list-pane.tsx';
import type { Section } from './sections.ts';
import classes from './shell.module.css';
import { TopRail } from './top-rail.tsx';

/** Lists alone have the whole width; with a conversation open there are list, thread and context side by side. */
export function SectionPage() {
  const params = useParams({ strict: false });
  const section = (params.section ?? 'live') as Section;
  const id = params.id;
  const navigate = useNavigate();
  const roomy = useMediaQuery('(min-width: 1180px)', true, { getInitialValueInEffect: false });
  const [docked, setDocked] = useState(true);
  const [drawer, setDrawer] = useState(false);
  const nextId = useRef<() => string | undefined>(() => undefined);

  const back = useCallback(
    () => void navigate({ to: '/$section', params: { section } }),
    [navigate, section],
  );
  const next = useCallback(() => {
    const following = nextId.current();
    if (following) void navigate({ to: '/$section/$id', params: { section, id: following } });
    else back();
  }, [navigate, section, back]);
  const toggle = useCallback(
    () => (roomy ? setDocked((open) => !open) : setDrawer((open) => !open)),
    [roomy],
  );

  return (
    <div className={classes.page}>
      <TopRail />
      <main className={classes.columns} data-reading={id !== undefined || undefined}>
        <ListPane key={section} section={section} openId={id} nextId={nextId} />
        {id === undefined ? (
          <aside className={classes.side} aria-label="Team">
            <TeamPanel />
          </aside>
        ) : (
          <>
            <Thread
              id={id}
              back={back}
              next={next}
              contextOpen={roomy ? docked : drawer}
              toggleContext={toggle}
            />
            {roomy && docked && (
              <div className={classes.context}>
                <ContextPanel key={id} id={id} />
              </div>
            )}
            <Drawer
              opened={!roomy && drawer}
              onClose={() => setDrawer(false)}
              position="right"
              size={400}
              padding={0}
              title="Customer"
              classNames={{ header: classes.drawerHead ?? '', body: classes.drawerBody ?? '' }}
            >
              <ContextPanel key={id} id={id} />
            </Drawer>
          </>
        )}
      </main>
    </div>
  );
}
