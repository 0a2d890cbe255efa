import { Button, Loader, Progress } from '@mantine/core';
import { toast, toastProblem, type Upload, type UploadItem } from '@openteller/web-kit';
import { IconAlertTriangle, IconCheck, IconClock, IconEqual, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { plural } from '../words.ts';
import { cancelUpload } from './api.ts';
import { failureOf } from './failures.ts';
import { inOrder, shareOf, summaryOf } from './progress.ts';
import classes from './uploads.module.css';

/** How far a batch is, and what became of each file; a file that fails never stops the others. */
export function UploadReport({ upload }: { upload: Upload }) {
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelUpload(upload.id),
    onSuccess: () => toast('Cancelled: files that were stored already stay'),
    onError: (error) => toastProblem(error, 'The upload goes on'),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['uploads'] }),
  });
  const running = upload.state === 'RUNNING';
  return (
    <div className={classes.report}>
      <div className={classes.reportHead} role="status">
        <span>
          <strong>
            {running ? 'Reading files' : upload.state === 'CANCELLED' ? 'Cancelled' : 'All files were read'}
          </strong>
          <span className={classes.sub}> · {summaryOf(upload)}</span>
        </span>
        {running && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerStop size={14} />}
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            Cancel the rest
          </Button>
        )}
      </div>
      <Progress
        value={shareOf(upload) * 100}
        animated={running}
        size="sm"
        radius="xl"
        color={upload.failed > 0 ? 'orange' : running ? 'iris' : 'teal'}
        aria-label="Files dealt with"
      />
      <ul className={classes.items}>
        {inOrder(upload).map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two archives may hold a file of the same name
          <Item key={`${item.name} ${index}`} item={item} stopped={upload.state === 'CANCELLED'} />
        ))}
      </ul>
    </div>
  );
}

function Item({ item, stopped }: { item: UploadItem; stopped: boolean }) {
  const failure = item.state === 'FAILED' ? failureOf(item.code) : undefined;
  return (
    <li className={classes.item} data-state={item.state}>
      <span className={classes.itemIcon} aria-hidden>
        <StateIcon state={item.state} />
      </span>
      <div className={classes.itemText}>
        <span className={classes.itemName} dir="auto">
          {item.name}
        </span>
        {failure ? (
          <>
            <span className={classes.failure}>{failure.what}.</span>
            <span className={classes.sub}>
              {failure.todo}
              {item.detail ? ` (${item.detail})` : ''}
            </span>
          </>
        ) : (
          <span className={classes.sub}>{stateWords(item, stopped)}</span>
        )}
      </div>
      {item.slug && item.state !== 'FAILED' && (
        <Link
          to="/knowledge/$slug"
          params={{ slug: item.slug }}
          search={item.version ? { v: item.version } : {}}
          className={classes.itemLink}
        >
          {item.state === 'UNCHANGED' ? 'Open' : 'Open draft'}
        </Link>
      )}
    </li>
  );
}

function stateWords(item: UploadItem, stopped: boolean): string {
  switch (item.state) {
    case 'STORED':
      return `Stored as a draft${item.passages ? `, ${plural(item.passages, 'passage')}` : ''}`;
    case 'UNCHANGED':
      return 'The same text is already there; nothing was stored';
    case 'READING':
      return 'Being read…';
    default:
      return stopped ? 'Not read: the upload was cancelled' : 'Waiting';
  }
}

function StateIcon({ state }: { state: UploadItem['state'] }) {
  if (state === 'STORED') return <IconCheck size={17} stroke={2} />;
  if (state === 'UNCHANGED') return <IconEqual size={17} stroke={2} />;
  if (state === 'FAILED') return <IconAlertTriangle size={17} stroke={1.8} />;
  if (state === 'READING') return <Loader size={15} />;
  return <IconClock size={17} stroke={1.6} />;
}
