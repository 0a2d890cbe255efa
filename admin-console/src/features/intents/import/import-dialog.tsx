import { Alert, Button, Checkbox, FileButton, Group, Modal, Text } from '@mantine/core';
import { asProblem, type ImportOutcome, type Problem, toast } from '@openteller/web-kit';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { INTENTS } from '../../../shared/intents-query.ts';
import { plural } from '../../../shared/words.ts';
import { refresh } from '../api.ts';
import classes from '../intents.module.css';
import { Outcome } from './outcome.tsx';
import { sendCsv } from './send-csv.ts';

type Stage =
  | { kind: 'choose'; problem?: Problem }
  | { kind: 'reading' | 'storing'; file: File }
  | { kind: 'preview'; file: File; outcome: ImportOutcome; problem?: Problem };

/** Choose a file, see what it would do, then import: nothing is kept before the last step, and never a part of a file. */
export function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage>({ kind: 'choose' });
  const [replace, setReplace] = useState(false);
  const close = () => {
    setStage({ kind: 'choose' });
    onClose();
  };
  const read = (file: File | null | undefined, replacing = replace) => {
    if (!file) return;
    setStage({ kind: 'reading', file });
    sendCsv(`${INTENTS}/import/preview`, file, replacing)
      .then((outcome) => setStage({ kind: 'preview', file, outcome }))
      .catch((error: unknown) => setStage({ kind: 'choose', problem: asProblem(error) }));
  };
  const store = (file: File, outcome: ImportOutcome) => {
    setStage({ kind: 'storing', file });
    sendCsv(`${INTENTS}/import`, file, replace)
      .then((done) => {
        toast(`${plural(done.added, 'example')} imported; train to put them in force`);
        close();
        return refresh(queries);
      })
      .catch((error: unknown) => setStage({ kind: 'preview', file, outcome, problem: asProblem(error) }));
  };
  const busy = stage.kind === 'reading' || stage.kind === 'storing';
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Import examples"
      size="lg"
      radius="lg"
      closeOnClickOutside={!busy}
    >
      {stage.kind === 'preview' ? (
        <>
          <Outcome file={stage.file} outcome={stage.outcome} />
          <Checkbox
            mt="md"
            checked={replace}
            label="Replace everything that is there"
            description="Intents that the file does not have are removed; titles and tiers of the others stay"
            onChange={(event) => {
              setReplace(event.currentTarget.checked);
              read(stage.file, event.currentTarget.checked);
            }}
          />
          {stage.problem && (
            <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={stage.problem.title}>
              {stage.problem.detail}
            </Alert>
          )}
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={() => setStage({ kind: 'choose' })}>
              Another file
            </Button>
            <Button
              disabled={stage.outcome.faultCount > 0 || (stage.outcome.added === 0 && !replace)}
              onClick={() => store(stage.file, stage.outcome)}
            >
              Import {plural(stage.outcome.added, 'example')}
            </Button>
          </Group>
        </>
      ) : (
        <Choose stage={stage} busy={busy} onFile={read} />
      )}
    </Modal>
  );
}

function Choose({
  stage,
  busy,
  onFile,
}: {
  stage: Stage;
  busy: boolean;
  onFile: (file: File | null) => void;
}) {
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    <>
      <section
        className={classes.drop}
        aria-label="Drop a file here"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={34} stroke={1.4} aria-hidden />
        <Text fw={650}>Drop a CSV file here</Text>
        <Text size="sm" c="dimmed" ta="center" maw={420}>
          Its first line names the columns: <code>text,label</code> (or <code>category</code>; a column{' '}
          <code>language</code> may follow). UTF-8, up to 50,000 rows. You see what it would do before
          anything is stored.
        </Text>
        <FileButton accept=".csv,text/csv" onChange={onFile}>
          {(props) => (
            <Button {...props} mt="xs" size="sm" loading={busy}>
              Choose a file
            </Button>
          )}
        </FileButton>
      </section>
      {stage.kind === 'choose' && stage.problem && (
        <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={stage.problem.title}>
          {stage.problem.detail}
        </Alert>
      )}
    </>
  );
}
