import { SaveNote as Note } from '../../../shared/save-note.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { DraftHandle } from './use-draft.ts';

export function SaveNote({ id, draft, mayWrite }: { id: string; draft: DraftHandle; mayWrite: boolean }) {
  const { save, saver } = draft;
  return (
    <Note
      mayWrite={mayWrite}
      save={save}
      hasDraft={Boolean(saver.etag)}
      onRetry={saver.flush}
      decide={(close) => <ConflictDialog id={id} draft={draft} onClose={close} />}
    />
  );
}
