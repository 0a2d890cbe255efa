import { ActionIcon, Menu, ScrollArea } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo } from 'react';
import { useEditor } from '../editor/context.tsx';
import { type Readable, readables } from '../model/scope.ts';
import classes from './inspector.module.css';

interface InsertVariableProps {
  label: string;
  offers?: readonly Readable[] | undefined;
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onInsert: (path: string) => void;
}

/** The key that opens the list from within the field: there the button needs no place of its own in the order of Tab. */
export const asksForVariables = (event: KeyboardEvent): boolean => event.altKey && event.key === 'ArrowDown';

/** The text with more of it where the caret stands, or at its end. */
export function atCaret(
  field: HTMLInputElement | HTMLTextAreaElement | null,
  text: string,
  more: string,
): string {
  const from = field?.selectionStart ?? text.length;
  const to = field?.selectionEnd ?? text.length;
  requestAnimationFrame(() => {
    field?.focus();
    field?.setSelectionRange(from + more.length, from + more.length);
  });
  return text.slice(0, from) + more + text.slice(to);
}

/** The variables and what can be read of them, with their types. */
export function InsertVariable({ label, offers = [], opened, onOpened, onInsert }: InsertVariableProps) {
  const { draft, catalogue } = useEditor();
  const { definition } = draft.sheet;
  const all = useMemo(
    () => [...offers, ...readables(definition, catalogue.outputs)],
    [offers, definition, catalogue],
  );
  return (
    <Menu position="bottom-end" width={310} opened={opened} onChange={onOpened}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          tabIndex={-1}
          aria-label={label}
          title="Insert a variable (Alt+↓ in the field)"
          className={classes.insert ?? ''}
        >
          <IconBraces size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Can be read here</Menu.Label>
        <ScrollArea.Autosize mah={280} type="auto">
          {all.map(({ path, type }) => (
            <Menu.Item key={path} onClick={() => onInsert(path)}>
              <span className={classes.readable}>
                <code>{path}</code>
                <span>{type}</span>
              </span>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
