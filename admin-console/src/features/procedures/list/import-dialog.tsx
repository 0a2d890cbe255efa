import {
  Alert,
  Button,
  FileButton,
  Group,
  Modal,
  SegmentedControl,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFile } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { plural } from '../../../shared/words.ts';
import { importText } from '../api/import.ts';
import { proceduresQuery } from '../api/procedures.ts';
import { completeSheet } from '../model/blank.ts';
import classes from './list.module.css';
import { idProblem, useCreate } from './use-create.ts';

/** A definition as JSON or YAML, or a list of steps from another tool; read by the platform, looked at, then kept as a draft. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const all = useQuery(proceduresQuery).data?.procedures ?? [];
  const [text, setText] = useState('');
  const [format, setFormat] = useState<'DEFINITION' | 'STEPS'>('DEFINITION');
  const [ownId, setOwnId] = useState<string>();
  const read = useMutation({ mutationFn: () => importText(text, format) });
  const create = useCreate();
  const found = read.data;
  const id = ownId ?? found?.definition.id ?? '';
  const wrong = idProblem(
    id,
    all.map((each) => each.id),
  );
  const change = (next: string) => {
    setText(next);
    read.reset();
  };
  return (
    <Modal opened onClose={onClose} title="Import a procedure" size="lg" radius="lg">
      <div className={classes.form}>
        <Group justify="space-between">
          <SegmentedControl
            size="xs"
            aria-label="What it is"
            value={format}
            data={[
              { value: 'DEFINITION', label: 'Definition (JSON or YAML)' },
              { value: 'STEPS', label: 'List of steps' },
            ]}
            onChange={(value) => {
              setFormat(value as typeof format);
              read.reset();
            }}
          />
          <FileButton
            accept=".json,.yaml,.yml,.txt"
            onChange={async (file) => file && change(await file.text())}
          >
            {(props) => (
              <Button {...props} size="xs" variant="default" leftSection={<IconFile size={15} />}>
                Choose a file
              </Button>
            )}
          </FileButton>
        </Group>
        <Textarea
          label="Or paste it here"
          description={
            format === 'STEPS'
              ? 'Steps with id, type, params and conditions, as visual graph tools write them'
              : 'What “Export” gives'
          }
          autosize
          minRows={8}
          maxRows={16}
          spellCheck={false}
          classNames={{ input: classes.code ?? '' }}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
        {found && (
          <Alert
            color={found.findings.length > 0 ? 'orange' : 'teal'}
            icon={found.findings.length > 0 ? <IconAlertTriangle size={18} /> : <IconCircleCheck size={18} />}
            title={`Read: ${plural(Object.keys(found.definition.nodes ?? {}).length, 'step')}, ${plural(found.findings.length, 'problem')}`}
          >
            {found.notes.length > 0 ? (
              <ul className={classes.notes}>
                {found.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            ) : (
              'Everything in it was understood.'
            )}
            {found.findings.length > 0 && ' The editor leads to each problem.'}
          </Alert>
        )}
        {found && (
          <TextInput
            label="Id"
            value={id}
            error={wrong}
            onChange={(event) => setOwnId(event.currentTarget.value)}
          />
        )}
        <ProblemNote error={read.error ?? create.error} />
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          {found ? (
            <Button
              disabled={Boolean(wrong)}
              loading={create.isPending}
              onClick={() => create.mutate(completeSheet({ ...found.definition, id }))}
            >
              Create the draft
            </Button>
          ) : (
            <Button disabled={!text.trim()} loading={read.isPending} onClick={() => read.mutate()}>
              Read it
            </Button>
          )}
        </Group>
      </div>
    </Modal>
  );
}
