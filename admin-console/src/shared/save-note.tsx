import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './save-note.module.css';

interface SaveNoteProps {
  mayWrite: boolean;
  save: { kind: 'saved' | 'saving' | 'conflict' } | { kind: 'unsaved'; why: string };
  /** Whether the platform has a draft at all. */
  hasDraft: boolean;
  onRetry: () => void;
  /** Asks what is to become of what somebody else saved meanwhile. */
  decide: (close: () => void) => ReactNode;
}

/** Whether the platform has what is on screen. */
export function SaveNote({ mayWrite, save, hasDraft, onRetry, decide }: SaveNoteProps) {
  const [deciding, setDeciding] = useState(false);
  if (!mayWrite) return <span className={classes.save}>You can read this, not change it</span>;
  return (
    <span className={classes.save} data-kind={save.kind} role="status">
      {save.kind === 'saved' && (
        <>
          <IconCheck size={15} aria-hidden /> {hasDraft ? 'Saved' : 'No changes'}
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
          <Button size="compact-xs" variant="default" onClick={onRetry}>
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
      {deciding && save.kind === 'conflict' && decide(() => setDeciding(false))}
    </span>
  );
}
