import { Tabs } from '@mantine/core';
import { IconFiles, IconFileUpload, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useCan } from '../../shared/me.tsx';
import { Page } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { Documents } from './documents.tsx';
import { FindTest } from './find-test.tsx';
import { DropVeil } from './upload/drop-veil.tsx';
import { UploadDialog } from './upload/upload-dialog.tsx';

/** What the assistant may quote, and a way to see what it would find. */
export function KnowledgePage() {
  const search = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const mayWrite = useCan('KNOWLEDGE_WRITE');
  const [dropped, setDropped] = useState<File[]>([]);
  const setUpload = useCallback(
    (open: boolean) =>
      void navigate({ search: (now) => ({ ...now, upload: open ? true : undefined }), replace: true }),
    [navigate],
  );
  const drop = useCallback(
    (files: File[]) => {
      setDropped(files);
      setUpload(true);
    },
    [setUpload],
  );
  return (
    <Page
      title="Knowledge"
      lead="The assistant answers from these documents only, and cites the passage and its version."
      wide
      actions={
        <PermitButton
          needs="KNOWLEDGE_WRITE"
          leftSection={<IconFileUpload size={17} />}
          onClick={() => setUpload(true)}
        >
          Upload document
        </PermitButton>
      }
    >
      <Tabs
        value={search.view ?? 'documents'}
        onChange={(view) =>
          void navigate({ search: view === 'search' ? { view: 'search' } : {}, replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="documents" leftSection={<IconFiles size={16} />}>
            Documents
          </Tabs.Tab>
          <Tabs.Tab value="search" leftSection={<IconSearch size={16} />}>
            What would the assistant find?
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="documents">
          <Documents onUpload={mayWrite ? () => setUpload(true) : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="search">
          <FindTest />
        </Tabs.Panel>
      </Tabs>
      {mayWrite && (
        <>
          <DropVeil onFiles={drop} />
          <UploadDialog
            opened={search.upload === true}
            dropped={dropped}
            onClose={() => {
              setDropped([]);
              setUpload(false);
            }}
          />
        </>
      )}
    </Page>
  );
}
