import { Button, Group, Modal, Skeleton } from '@mantine/core';
import { Ago } from '@openteller/web-kit';
import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../loaded.tsx';
import classes from './drafts.module.css';
import type { Written } from './history.ts';
import type { SheetDraft } from './use-sheet-draft.ts';

interface Kept {
  draft?: { etag: string; changedBy: string; changedAt: string } | null | undefined;
}

interface MeanwhileDialogProps<F, S extends Written, T extends Kept> {
  draft: Pick<SheetDraft<F, S>, 'sheet' | 'saver' | 'adopt'>;
  theirs: UseQueryOptions<T>;
  sheetOf: (stored: T) => S;
  /** In what they differ: a word in front, and the parts below. */
  difference: (theirs: S, mine: S) => { words?: string; shown: ReactNode };
  onClose: () => void;
}

/** Who saved meanwhile, what is different, and whose state goes on. */
export function MeanwhileDialog<F, S extends Written, T extends Kept>({
  draft,
  theirs,
  sheetOf,
  difference,
  onClose,
}: MeanwhileDialogProps<F, S, T>) {
  const stored = useQuery({ ...theirs, gcTime: 0 });
  return (
    <Modal opened onClose={onClose} title="Somebody else saved meanwhile" size="xl" radius="lg">
      <Loaded
        query={stored}
        title="Their draft could not be read"
        waiting={<Skeleton height={180} />}
        compact
      >
        {(found) => {
          const other = sheetOf(found);
          const { words, shown } = difference(other, draft.sheet);
          const decided = (decide: () => void) => () => {
            decide();
            onClose();
          };
          return (
            <>
              <p className={classes.lead}>
                {found.draft ? (
                  <>
                    <strong>{found.draft.changedBy}</strong> saved a draft <Ago at={found.draft.changedAt} />.
                  </>
                ) : (
                  'The draft was published or discarded.'
                )}{' '}
                {words} Nothing of yours is lost until you decide: either way, undo brings the other back.
              </p>
              {shown}
              <Group justify="flex-end" mt="md">
                <Button
                  variant="default"
                  onClick={decided(() => {
                    draft.saver.takeTheirs(found.draft?.etag);
                    draft.adopt(other);
                  })}
                >
                  Take theirs
                </Button>
                <Button onClick={decided(() => draft.saver.keepMine(found.draft?.etag, draft.sheet))}>
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
