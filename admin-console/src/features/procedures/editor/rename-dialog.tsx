import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { STEP_NAME } from '../model/definition.ts';
import { renameNode } from '../model/edits.ts';
import { useEditor } from './context.tsx';
import { focusStep } from './focus.ts';

/** Another name for a step; every way that leads to it keeps leading to it. */
export function RenameDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { draft, select } = useEditor();
  const [name, setName] = useState(id);
  const taken = name !== id && name in draft.sheet.definition.nodes;
  const wrong = taken
    ? 'Another step has this name'
    : STEP_NAME.test(name)
      ? undefined
      : 'Letters, digits, hyphens and underscores, beginning with a letter';
  return (
    <Modal opened onClose={onClose} returnFocus={false} title={`Rename “${id}”`} size="sm" radius="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong) return;
          draft.edit((sheet) => renameNode(sheet, id, name));
          select(name);
          onClose();
          focusStep(name);
        }}
      >
        <TextInput
          label="Name"
          description="Short and telling, such as “which-card”"
          data-autofocus
          value={name}
          error={wrong}
          onChange={(event) => setName(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={Boolean(wrong)}>
            Rename
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
