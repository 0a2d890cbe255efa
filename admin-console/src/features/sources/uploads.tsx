import { Accordion } from '@mantine/core';
import { Ago, EmptyState, ErrorState, Rows, type Upload } from '@openteller/web-kit';
import { IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Chip } from '../../shared/chips.tsx';
import { Card } from '../../shared/page.tsx';
import { uploadQuery, uploadsQuery } from '../../shared/uploads/api.ts';
import { summaryOf } from '../../shared/uploads/progress.ts';
import { UploadReport } from '../../shared/uploads/upload-report.tsx';
import { plural } from '../../shared/words.ts';
import classes from './sources.module.css';

const SHOWN = 50;

/** Every batch of files with what became of each, so that a failed file can still be put right tomorrow. */
export function Uploads() {
  const uploads = useQuery(uploadsQuery(SHOWN));
  const navigate = useNavigate();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card title="Uploads" hint="The newest first">
      {uploads.isPending ? (
        <Rows count={5} height={52} />
      ) : uploads.isError && !uploads.data ? (
        <ErrorState
          error={uploads.error}
          title="The uploads could not be loaded"
          retry={() => void uploads.refetch()}
        />
      ) : uploads.data.length === 0 ? (
        <EmptyState
          kind="first"
          icon={<IconFileUpload size={26} stroke={1.6} />}
          title="Nothing was uploaded yet"
          action={{
            label: 'Upload files',
            run: () => void navigate({ to: '/knowledge', search: { upload: true } }),
          }}
        />
      ) : (
        <Accordion
          value={open}
          onChange={setOpen}
          chevronPosition="left"
          order={3}
          classNames={{ label: classes.uploadLabel ?? '' }}
        >
          {uploads.data.map((upload) => (
            <Accordion.Item key={upload.id} value={upload.id}>
              <Accordion.Control>
                <Heading upload={upload} />
              </Accordion.Control>
              <Accordion.Panel>{open === upload.id && <Report id={upload.id} />}</Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Card>
  );
}

function Heading({ upload }: { upload: Upload }) {
  return (
    <span className={classes.upload}>
      <span>
        <strong>{plural(upload.files, 'file')}</strong>{' '}
        <span className={classes.sub}>
          {upload.by} · <Ago at={upload.at} />
        </span>
      </span>
      <span className={classes.uploadState}>
        <span className={classes.sub}>{summaryOf(upload)}</span>
        {upload.state === 'RUNNING' && <Chip color="blue">Reading now</Chip>}
        {upload.state === 'CANCELLED' && <Chip color="gray">Cancelled</Chip>}
        {upload.state === 'DONE' && upload.failed > 0 && <Chip color="red">{upload.failed} failed</Chip>}
      </span>
    </span>
  );
}

function Report({ id }: { id: string }) {
  const upload = useQuery(uploadQuery(id));
  if (upload.data) return <UploadReport upload={upload.data} />;
  return upload.isError ? (
    <ErrorState error={upload.error} title="The result could not be loaded" compact />
  ) : (
    <Rows count={3} height={40} />
  );
}
