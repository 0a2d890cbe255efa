import { Button, Group, Modal, Skeleton } from '@mantine/core';
import { Ago } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../shared/loaded.tsx';
import { readConnector } from '../api/stored.ts';
import { differenceOf } from '../model/difference.ts';
import { DifferenceList } from '../versions/difference-list.tsx';
import { type DraftHandle, sheetOf } from './use-draft.ts';

interface ConflictDialogProps {
  id: string;
  draft: DraftHandle;
  onClose: () => void;
}

/** Who saved meanwhile, what is different, and whose state goes on. */
export function ConflictDialog({ id, draft, onClose }: ConflictDialogProps) {
  const theirs = useQuery({
    queryKey: ['connector-meanwhile', id],
    queryFn: ({ signal }) => readConnector(id, signal),
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
        {(stored) => {
          const other = sheetOf(stored);
          return (
            <>
              <p>
                {stored.draft ? (
                  <>
                    <strong>{stored.draft.changedBy}</strong> saved a draft{' '}
                    <Ago at={stored.draft.changedAt} />.
                  </>
                ) : (
                  'The draft was published or deleted.'
                )}{' '}
                Nothing of yours is lost until you decide: either way, undo brings the other back.
              </p>
              <DifferenceList
                changes={differenceOf(other.definition, draft.sheet.definition)}
                names={{ before: 'Theirs', after: 'Yours' }}
              />
              <Group justify="flex-end" mt="md">
                <Button
                  variant="default"
                  onClick={() => {
                    draft.saver.takeTheirs(stored.draft?.etag);
                    draft.adopt(other);
                    onClose();
                  }}
                >
                  Take theirs
                </Button>
                <Button
                  onClick={() => {
                    draft.saver.keepMine(stored.draft?.etag, draft.sheet);
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
