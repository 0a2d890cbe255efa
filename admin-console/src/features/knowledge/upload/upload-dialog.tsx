import { Modal } from '@mantine/core';
import {
  asProblem,
  type DocumentPreview,
  type KnowledgeDocument,
  type Problem,
  toast,
} from '@openteller/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { plural } from '../../../shared/words.ts';
import { Choose } from './choose.tsx';
import { PreviewForm } from './preview-form.tsx';
import { Refused } from './refused.tsx';
import { refusal, sendFile } from './send-file.ts';
import { Sending } from './sending.tsx';

type Stage =
  | { kind: 'choose' }
  | { kind: 'reading' | 'storing'; file: File; share: number }
  | { kind: 'preview'; file: File; preview: DocumentPreview; problem?: Problem }
  | { kind: 'refused'; file: File; problem: Problem };

interface UploadDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Files that were dropped on the page; they are taken one after the other. */
  dropped: File[];
}

/** Choose, see what the assistant would see, then store: nothing is kept before the last step. */
export function UploadDialog({ opened, onClose, dropped }: UploadDialogProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'choose' });
  const [waiting, setWaiting] = useState<File[]>([]);
  const queries = useQueryClient();

  const read = useCallback((file: File) => {
    const problem = refusal(file);
    if (problem) return setStage({ kind: 'refused', file, problem });
    setStage({ kind: 'reading', file, share: 0 });
    sendFile<DocumentPreview>('/api/v1/documents/preview', file, {}, (share) =>
      setStage((now) => (now.kind === 'reading' ? { ...now, share } : now)),
    )
      .then((preview) =>
        setStage({ kind: 'preview', file, preview: { ...preview, passages: preview.passages ?? [] } }),
      )
      .catch((error: unknown) => setStage({ kind: 'refused', file, problem: asProblem(error) }));
  }, []);

  const take = useCallback(
    (files: File[]) => {
      const [first, ...rest] = files;
      setWaiting(rest);
      if (first) read(first);
      else setStage({ kind: 'choose' });
    },
    [read],
  );

  useEffect(() => {
    if (dropped.length > 0) take(dropped);
  }, [dropped, take]);

  const close = () => {
    setStage({ kind: 'choose' });
    setWaiting([]);
    onClose();
  };
  const store = (file: File, preview: DocumentPreview, fields: Record<string, string>) => {
    setStage({ kind: 'storing', file, share: 0 });
    sendFile<KnowledgeDocument>('/api/v1/documents', file, fields, (share) =>
      setStage((now) => (now.kind === 'storing' ? { ...now, share } : now)),
    )
      .then((stored) => {
        toast(`“${stored.title}” is published as version ${stored.version}`);
        void queries.invalidateQueries({ queryKey: ['documents'] });
        void queries.invalidateQueries({ queryKey: ['document', stored.slug] });
        if (waiting.length > 0) take(waiting);
        else close();
      })
      .catch((error: unknown) => setStage({ kind: 'preview', file, preview, problem: asProblem(error) }));
  };

  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Upload a document"
      size="lg"
      radius="lg"
      closeOnClickOutside={stage.kind === 'choose'}
    >
      {waiting.length > 0 && <p>{plural(waiting.length, 'more file')} after this one.</p>}
      {stage.kind === 'choose' && <Choose onFiles={take} />}
      {(stage.kind === 'reading' || stage.kind === 'storing') && (
        <Sending file={stage.file} share={stage.share} what={stage.kind} />
      )}
      {stage.kind === 'refused' && (
        <Refused
          file={stage.file}
          problem={stage.problem}
          onAgain={() => read(stage.file)}
          onOther={() => take(waiting)}
        />
      )}
      {stage.kind === 'preview' && (
        <PreviewForm
          key={stage.file.name}
          file={stage.file}
          preview={stage.preview}
          problem={stage.problem}
          onStore={(fields) => store(stage.file, stage.preview, fields)}
          onOther={() => take(waiting)}
        />
      )}
    </Modal>
  );
}
