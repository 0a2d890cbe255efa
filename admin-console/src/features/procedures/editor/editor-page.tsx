import { Drawer } from '@mantine/core';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import type { Procedure } from '../api/types.ts';
import { Outline } from '../outline/outline.tsx';
import { Banners } from './banners.tsx';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { EditorKeys } from './editor-keys.tsx';
import { focusStep } from './focus.ts';
import { Head } from './head.tsx';
import { LeadDialog } from './lead-dialog.tsx';
import { NodePicker, type Picking } from './node-picker.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { PANEL_WORDS, SidePanel } from './side-panel.tsx';
import { StepFinder } from './step-finder.tsx';
import { Toolbar } from './toolbar.tsx';

// Its graph library is loaded only where there is room for a canvas.
const Canvas = lazy(async () => ({ default: (await import('../canvas/canvas.tsx')).Canvas }));

interface EditorPageProps {
  procedure: Procedure;
  reload: () => Promise<void>;
  view: 'canvas' | 'outline';
}

/** Canvas or outline, and beside it the step, the procedure, its problems or a test run. */
export function EditorPage({ procedure, reload, view }: EditorPageProps) {
  const editor = useEditor();
  const [picking, setPicking] = useState<Picking>();
  const [renaming, setRenaming] = useState<string>();
  const [asking, setAsking] = useState<'find' | 'lead'>();
  const [drawer, setDrawer] = useState(false);
  const open = () => editor.phone && setDrawer(true);
  const back = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isListed(event.target))
      focusStep(editor.selected);
  };
  return (
    <div className={classes.editor} data-fills>
      <Head procedure={procedure} reload={reload} />
      <Banners procedure={procedure} />
      <Toolbar view={view} onAdd={() => setPicking({ from: editor.selected })} onPanel={open} />
      <div className={classes.body}>
        <div className={classes.surface}>
          {view === 'canvas' ? (
            <Suspense fallback={<div className={classes.waiting} aria-busy="true" />}>
              <Canvas onPick={setPicking} />
            </Suspense>
          ) : (
            <Outline onPick={setPicking} onRename={setRenaming} onEdit={open} />
          )}
        </div>
        {editor.phone ? (
          <Drawer
            opened={drawer}
            onClose={() => setDrawer(false)}
            position="bottom"
            size="88%"
            title={PANEL_WORDS[editor.panel]}
          >
            <SidePanel procedure={procedure} onRename={setRenaming} />
          </Drawer>
        ) : (
          <aside className={classes.side} aria-label="Details" onKeyDown={back}>
            <SidePanel procedure={procedure} onRename={setRenaming} />
          </aside>
        )}
      </div>
      <EditorKeys
        onAdd={() => setPicking({ from: editor.selected })}
        onRename={setRenaming}
        onFind={() => setAsking('find')}
        onLead={() => setAsking('lead')}
        onPanel={open}
      />
      {picking && <NodePicker picking={picking} onClose={() => setPicking(undefined)} />}
      {asking === 'find' && <StepFinder onClose={() => setAsking(undefined)} />}
      {asking === 'lead' && <LeadDialog onClose={() => setAsking(undefined)} />}
      {renaming && <RenameDialog id={renaming} onClose={() => setRenaming(undefined)} />}
    </div>
  );
}

/** A list that is open, with something in it, takes the key first. */
function isListed(target: EventTarget): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="menu"], [role="listbox"]')) return true;
  const list = target.closest('[aria-expanded="true"]')?.getAttribute('aria-controls');
  return Boolean(list && document.getElementById(list)?.querySelector('[role="option"], [role="menuitem"]'));
}
