import { MeanwhileDialog } from '../../../shared/drafts/meanwhile-dialog.tsx';
import { readConnector } from '../api/stored.ts';
import { differenceOf } from '../model/difference.ts';
import { DifferenceList } from '../versions/difference-list.tsx';
import { type DraftHandle, sheetOf } from './use-draft.ts';

interface ConflictDialogProps {
  id: string;
  draft: DraftHandle;
  onClose: () => void;
}

export function ConflictDialog({ id, draft, onClose }: ConflictDialogProps) {
  return (
    <MeanwhileDialog
      draft={draft}
      theirs={{ queryKey: ['connector-meanwhile', id], queryFn: ({ signal }) => readConnector(id, signal) }}
      sheetOf={sheetOf}
      difference={(theirs, mine) => ({
        shown: (
          <DifferenceList
            changes={differenceOf(theirs.definition, mine.definition)}
            names={{ before: 'Theirs', after: 'Yours' }}
          />
        ),
      })}
      onClose={onClose}
    />
  );
}
