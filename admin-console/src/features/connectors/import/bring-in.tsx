import { Button, FileButton, Group, SegmentedControl, Textarea } from '@mantine/core';
import { toastProblem } from '@openteller/web-kit';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { useBringIn } from '../api/connectors.ts';
import type { Api } from '../model/types.ts';

type Format = 'OPENAPI' | 'CURL';

/** Where a bank's API comes from: its file, or a line somebody has in their notes. */
export function BringIn({ onRead }: { onRead: (api: Api) => void }) {
  const [format, setFormat] = useState<Format>('OPENAPI');
  const [text, setText] = useState('');
  const bringIn = useBringIn();
  const read = () =>
    bringIn.mutate(
      { text, format },
      { onSuccess: onRead, onError: (error) => toastProblem(error, 'Not read') },
    );
  return (
    <Card
      title="Bring the bank’s API in"
      hint="An OpenAPI 3 file as JSON or YAML, or a line of curl. Nothing of it is kept, and secrets in it are taken out."
    >
      <Group mb="sm" justify="space-between">
        <SegmentedControl
          aria-label="What it is"
          value={format}
          onChange={(next) => setFormat(next as Format)}
          data={[
            { value: 'OPENAPI', label: 'OpenAPI file' },
            { value: 'CURL', label: 'curl' },
          ]}
        />
        {format === 'OPENAPI' && (
          <FileButton
            onChange={(file) => void file?.text().then(setText)}
            accept=".json,.yaml,.yml,application/json,application/yaml"
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
                Choose a file
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <Textarea
        label={format === 'CURL' ? 'The line' : 'The file’s text'}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
      />
      <Group mt="sm">
        <PermitButton
          needs="PLUGIN_WRITE"
          onClick={read}
          loading={bringIn.isPending}
          blocked={text.trim() === '' ? 'There is nothing to read yet' : undefined}
        >
          Read it
        </PermitButton>
      </Group>
    </Card>
  );
}
