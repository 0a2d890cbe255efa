import { Button, Group, Modal, Progress, Text } from '@mantine/core';
import { asProblem, ErrorState, type Problem } from '@openteller/web-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadQuery } from '../../../shared/uploads/api.ts';
import { UploadReport } from '../../../shared/uploads/upload-report.tsx';
import { percent, plural } from '../../../shared/words.ts';
import { Choose } from './choose.tsx';
import { type Sending, sendFiles } from './send-files.ts';
import classes from './upload.module.css';

type Stage =
  | { kind: 'choose' }
  | { kind: 'sending'; files: File[]; share: number }
  | { kind: 'refused'; files: File[]; problem: Problem }
  | { kind: 'reading'; id: string };

interface UploadDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Files that were dropped on the page. */
  dropped: File[];
}

/** Many files at once: first they travel, then the platform reads them one by one and says what became of each. */
export function UploadDialog({ opened, onClose, dropped }: UploadDialogProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'choose' });
  const sending = useRef<Sending>(undefined);
  const queries = useQueryClient();

  const take = useCallback(
    (files: File[]) => {
      if (files.length === 0) return;
      setStage({ kind: 'sending', files, share: 0 });
      const current = sendFiles(files, (share) =>
        setStage((now) => (now.kind === 'sending' ? { ...now, share } : now)),
      );
      sending.current = current;
      current.taken
        .then((upload) => {
          setStage({ kind: 'reading', id: upload.id });
          void queries.invalidateQueries({ queryKey: ['uploads', 'all'] });
        })
        .catch((error: unknown) =>
          setStage(
            error instanceof DOMException && error.name === 'AbortError'
              ? { kind: 'choose' }
              : { kind: 'refused', files, problem: asProblem(error) },
          ),
        );
    },
    [queries],
  );
  useEffect(() => {
    if (dropped.length > 0) take(dropped);
  }, [dropped, take]);

  const close = () => {
    // What the platform has it goes on reading; what has not arrived is not worth keeping half.
    sending.current?.abort();
    setStage({ kind: 'choose' });
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Upload files"
      size="lg"
      radius="lg"
      closeOnClickOutside={stage.kind === 'choose'}
    >
      {stage.kind === 'choose' && <Choose onFiles={take} />}
      {stage.kind === 'sending' && (
        <div className={classes.sending} role="status">
          <Text fw={600}>Sending {plural(stage.files.length, 'file')}</Text>
          <Progress value={stage.share * 100} size="md" radius="xl" aria-label="Sent" />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {percent(stage.share)}
            </Text>
            <Button variant="default" size="xs" onClick={() => sending.current?.abort()}>
              Cancel
            </Button>
          </Group>
        </div>
      )}
      {stage.kind === 'refused' && (
        <>
          <ErrorState
            error={stage.problem}
            title="The files were not taken"
            retry={() => take(stage.files)}
            compact
          />
          <Group justify="center">
            <Button variant="subtle" onClick={() => setStage({ kind: 'choose' })}>
              Choose other files
            </Button>
          </Group>
        </>
      )}
      {stage.kind === 'reading' && (
        <Reading id={stage.id} onMore={() => setStage({ kind: 'choose' })} onClose={close} />
      )}
    </Modal>
  );
}

function Reading({ id, onMore, onClose }: { id: string; onMore: () => void; onClose: () => void }) {
  const queries = useQueryClient();
  const upload = useQuery(uploadQuery(id));
  const state = upload.data?.state;
  useEffect(() => {
    if (state && state !== 'RUNNING') void queries.invalidateQueries({ queryKey: ['documents'] });
  }, [state, queries]);
  if (!upload.data) {
    return upload.isError ? (
      <ErrorState error={upload.error} title="The result could not be loaded" compact />
    ) : (
      <div className={classes.sending} aria-busy="true" />
    );
  }
  const running = state === 'RUNNING';
  return (
    <>
      <UploadReport upload={upload.data} />
      <Group justify="space-between" mt="lg">
        <Text size="sm" c="dimmed">
          {running ? (
            'You can close this; the reading goes on.'
          ) : (
            <>
              Kept under{' '}
              <Link to="/sources" search={{ view: 'uploads' }} className={classes.link}>
                Sources
              </Link>
              .
            </>
          )}
        </Text>
        <Group gap="sm">
          {!running && (
            <Button variant="default" onClick={onMore}>
              Upload more
            </Button>
          )}
          <Button onClick={onClose}>{running ? 'Close' : 'Done'}</Button>
        </Group>
      </Group>
    </>
  );
}
