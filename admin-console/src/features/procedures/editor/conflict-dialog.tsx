import { useParams } from '@tanstack/react-router';
import { MeanwhileDialog } from '../../../shared/drafts/meanwhile-dialog.tsx';
import { plural } from '../../../shared/words.ts';
import { readProcedure } from '../api/procedures.ts';
import { changedNodes, differenceOf } from '../model/diff.ts';
import { ChangeList } from '../versions/change-list.tsx';
import { useEditor } from './context.tsx';
import { sheetOf } from './use-draft.ts';

export function ConflictDialog({ onClose }: { onClose: () => void }) {
  const { id } = useParams({ from: '/procedures/$id' });
  const { draft } = useEditor();
  return (
    <MeanwhileDialog
      draft={draft}
      theirs={{ queryKey: ['procedure-meanwhile', id], queryFn: ({ signal }) => readProcedure(id, signal) }}
      sheetOf={sheetOf}
      difference={(theirs, mine) => {
        const difference = differenceOf(theirs.definition, mine.definition);
        return {
          words: `Yours differs in ${plural(changedNodes(difference).length, 'step')}.`,
          shown: <ChangeList difference={difference} before="Theirs" after="Yours" />,
        };
      }}
      onClose={onClose}
    />
  );
}
