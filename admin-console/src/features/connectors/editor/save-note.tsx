import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useState } from 'react';
import { ConflictDialog } from './conflict-dialog.tsx';
import classes from './editor.module.css';
import type { DraftHandle } from './use-draft.ts';

/** Whether the platform has what is on screen. */
export function SaveNote({ id, draft, mayWrite }: { id: string; draft: DraftHandle; mayWrite: boolean }) {
  const [deciding, setDeciding] = useState(false);
  const { save, saver } = draft;
  if (!mayWrite) return <span className={classes.save}>You can read this, not change it</span>;
  return (
    <span className={classes.save} data-kind={save.kind} role="status">
      {save.kind === 'saved' && (
        <>
          <IconCheck size={15} aria-hidden /> {saver.etag ? 'Saved' : 'No changes'}
        </>
      )}
      {save.kind === 'saving' && (
        <>
          <IconLoader2 size={15} aria-hidden /> Saving…
        </>
      )}
      {save.kind === 'unsaved' && (
        <>
          <IconCloudOff size={15} aria-hidden />
          <strong>Not saved</strong>
          <span className={classes.why}>{save.why}. Your changes are kept in this page.</span>
          <Button size="compact-xs" variant="default" onClick={saver.flush}>
            Try again
          </Button>
        </>
      )}
      {save.kind === 'conflict' && (
        <>
          <IconAlertTriangle size={15} aria-hidden />
          <strong>Not saved</strong>
          <span className={classes.why}>Somebody else saved meanwhile.</span>
          <Button size="compact-xs" onClick={() => setDeciding(true)}>
            Decide
          </Button>
        </>
      )}
      {deciding && save.kind === 'conflict' && (
        <ConflictDialog id={id} draft={draft} onClose={() => setDeciding(false)} />
      )}
    </span>
  );
}
