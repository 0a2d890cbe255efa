import { Group, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { CopyButton } from '../../../shared/copy-button.tsx';
import { Card } from '../../../shared/page.tsx';
import { documentIn } from '../model/document.ts';
import type { Connector } from '../model/types.ts';
import type { DraftHandle } from './use-draft.ts';

interface DocumentTabProps {
  id: string;
  draft: DraftHandle;
  mayWrite: boolean;
}

const written = (connector: Connector): string => JSON.stringify(connector, null, 2);

/** The whole document as text, for what no form has: whose it is, what errors mean, what became of a call. */
export function DocumentTab({ id, draft, mayWrite }: DocumentTabProps) {
  const { definition } = draft.sheet;
  const [text, setText] = useState(() => written(definition));
  const mine = useRef(definition);
  useEffect(() => {
    // Changed elsewhere, by undo for instance; not by what is being typed here.
    if (mine.current !== definition) {
      mine.current = definition;
      setText(written(definition));
    }
  }, [definition]);
  const read = documentIn(text);
  const wrong =
    typeof read === 'string'
      ? read
      : read.name === id
        ? undefined
        : `The name must stay ${id}; rename it under More`;
  const type = (next: string) => {
    setText(next);
    const document = documentIn(next);
    if (typeof document !== 'string' && document.name === id) {
      mine.current = document;
      draft.edit((sheet) => ({ ...sheet, definition: document }), 'document');
    }
  };
  return (
    <Card
      title="The document"
      hint="What is published is this, and nothing beside it. It has no address and no secret."
    >
      <Group align="flex-end" mb="sm">
        <TextInput
          label="Title"
          value={definition.title ?? ''}
          disabled={!mayWrite}
          onChange={(event) => {
            const title = event.currentTarget.value;
            draft.edit(
              ({ definition: { title: _, ...rest }, layout }) => ({
                definition: title ? { ...rest, title } : rest,
                layout,
              }),
              'title',
            );
          }}
          miw={280}
        />
        <CopyButton text={() => text} label="Copy the document" />
      </Group>
      <Textarea
        label="As JSON"
        value={text}
        readOnly={!mayWrite}
        onChange={(event) => type(event.currentTarget.value)}
        error={wrong}
        autosize
        minRows={12}
        maxRows={34}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
      />
    </Card>
  );
}
