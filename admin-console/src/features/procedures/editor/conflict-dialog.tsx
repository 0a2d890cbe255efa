import { Button, Group, Modal, Skeleton } from '@mantine/core';
import { Ago } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Loaded } from '../../../shared/loaded.tsx';
import { plural } from '../../../shared/words.ts';
import { readProcedure } from '../api/procedures.ts';
import { changedNodes, differenceOf } from '../model/diff.ts';
import { ChangeList } from '../versions/change-list.tsx';
import { useEditor } from './context.tsx';
import classes from './editor.module.css';
import { sheetOf } from './use-draft.ts';

/** Who saved meanwhile, what is different, and whose state goes on. */
export function ConflictDialog({ onClose }: { onClose: () => void }) {
  const { id } = useParams({ from: '/procedures/$id' });
  const { draft } = useEditor();
  const theirs = useQuery({
    queryKey: ['procedure-meanwhile', id],
    queryFn: ({ signal }) => readProcedure(id, signal),
    gcTime: 0,
  });
  return (
    <Modal opened onClose={onClose} title="Somebody else saved meanwhile" size="xl" radius="lg">
      <Loaded
        query={theirs}
        title="Their draft could not be read"
        waiting={<Skeleton height={180} />}
        compact
      >
        {(procedure) => {
          const other = sheetOf(procedure);
          const difference = differenceOf(other.definition, draft.sheet.definition);
          const changed = changedNodes(difference).length;
          return (
            <>
              <p className={classes.lead}>
                {procedure.draft ? (
                  <>
                    <strong>{procedure.draft.changedBy}</strong> saved a draft{' '}
                    <Ago at={procedure.draft.changedAt} />.
                  </>
                ) : (
                  'The draft was published or discarded.'
                )}{' '}
                Yours differs in {plural(changed, 'step')}. Nothing of yours is lost until you decide: either
                way, undo brings the other back.
              </p>
              <ChangeList difference={difference} before="Theirs" after="Yours" />
              <Group justify="flex-end" mt="md">
                <Button
                  variant="default"
                  onClick={() => {
                    draft.saver.takeTheirs(procedure.draft?.etag);
                    draft.adopt(other);
                    onClose();
                  }}
                >
                  Take theirs
                </Button>
                <Button
                  onClick={() => {
                    draft.saver.keepMine(procedure.draft?.etag, draft.sheet);
                    onClose();
                  }}
                >
                  Keep mine
                </Button>
              </Group>
            </>
          );
        }}
      </Loaded>
    </Modal>
  );
}
