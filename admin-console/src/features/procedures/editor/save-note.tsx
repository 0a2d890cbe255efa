import { SaveNote as Note } from '../../../shared/save-note.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useEditor } from './context.tsx';

export function SaveNote() {
  const { draft, mayWrite } = useEditor();
  const { save, saver } = draft;
  return (
    <Note
      mayWrite={mayWrite}
      save={save}
      hasDraft={Boolean(saver.etag)}
      onRetry={saver.flush}
      decide={(close) => <ConflictDialog onClose={close} />}
    />
  );
}
