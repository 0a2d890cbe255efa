import { Button, Group } from '@mantine/core';
import { IconFilePlus, IconFileUpload, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Page } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { CategoriesDialog } from './categories/categories-dialog.tsx';
import { Documents } from './documents.tsx';
import type { LibrarySearch } from './search.ts';
import { StandingBar } from './standing-bar.tsx';
import { DropVeil } from './upload/drop-veil.tsx';
import { UploadDialog } from './upload/upload-dialog.tsx';
import { WriteDialog } from './write-dialog.tsx';

/** What the assistant may quote: each document with the version in force and the one on its way there. */
export function LibraryPage() {
  const search = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const mayWrite = useCan('KNOWLEDGE_WRITE');
  const [dropped, setDropped] = useState<File[]>([]);
  const open = useCallback(
    (dialog: 'upload' | 'write' | 'rules' | undefined) =>
      void navigate({
        search: ({ upload: _, write: __, rules: ___, ...rest }): LibrarySearch => ({
          ...rest,
          ...(dialog ? { [dialog]: true } : {}),
        }),
        replace: true,
      }),
    [navigate],
  );
  const drop = useCallback(
    (files: File[]) => {
      setDropped(files);
      open('upload');
    },
    [open],
  );
  return (
    <Page
      title="Library"
      lead="Answers are made only from versions that somebody else approved and that are in force at that moment."
      wide
      actions={
        <Group gap="sm">
          <Button variant="default" leftSection={<IconUsersGroup size={17} />} onClick={() => open('rules')}>
            Rules
          </Button>
          <PermitButton
            needs="KNOWLEDGE_WRITE"
            variant="default"
            leftSection={<IconFilePlus size={17} />}
            onClick={() => open('write')}
          >
            Write
          </PermitButton>
          <PermitButton
            needs="KNOWLEDGE_WRITE"
            leftSection={<IconFileUpload size={17} />}
            onClick={() => open('upload')}
          >
            Upload files
          </PermitButton>
        </Group>
      }
    >
      <StandingBar />
      <Documents onUpload={mayWrite ? () => open('upload') : undefined} />
      <CategoriesDialog opened={search.rules === true} onClose={() => open(undefined)} />
      {mayWrite && (
        <>
          <DropVeil onFiles={drop} />
          <UploadDialog
            opened={search.upload === true}
            dropped={dropped}
            onClose={() => {
              setDropped([]);
              open(undefined);
            }}
          />
          <WriteDialog opened={search.write === true} onClose={() => open(undefined)} />
        </>
      )}
    </Page>
  );
}
