import { ActionIcon, Menu, ScrollArea } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useEditor } from '../editor/context.tsx';
import { type Readable, readables } from '../model/scope.ts';
import classes from './inspector.module.css';

interface InsertVariableProps {
  label: string;
  offers?: readonly Readable[] | undefined;
  onInsert: (path: string) => void;
}

/** The variables and what can be read of them, with their types. */
export function InsertVariable({ label, offers = [], onInsert }: InsertVariableProps) {
  const { draft, catalogue } = useEditor();
  const { definition } = draft.sheet;
  const all = useMemo(
    () => [...offers, ...readables(definition, catalogue.outputs)],
    [offers, definition, catalogue],
  );
  return (
    <Menu position="bottom-end" width={310}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={label}
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
