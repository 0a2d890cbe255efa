import { Group, Text } from '@mantine/core';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useAllCommands, useCommands } from '../keys/command-provider.tsx';
import type { Command } from '../keys/command-store.ts';
import { KeyHint } from './text.tsx';

/** Opens the palette, for a button. */
export const openPalette = (): void => spotlight.open();

/** Every command on offer, by name, with its keys beside it; Mod+K opens it from anywhere. */
export function CommandPalette({ placeholder = 'What do you want to do?' }: { placeholder?: string }) {
  const [query, setQuery] = useState('');
  const commands = useAllCommands();
  const own = useMemo<Command[]>(
    () => [
      {
        id: 'palette',
        label: 'Open command palette',
        group: 'General',
        keys: 'mod+k',
        run: spotlight.toggle,
        hidden: true,
        whileTyping: true,
        inDialog: true,
      },
    ],
    [],
  );
  useCommands(own);
  const groups = useMemo(() => matching(commands, query), [commands, query]);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      clearQueryOnClose
      attributes={{ content: { 'aria-label': 'Command palette' } }}
      maxHeight={440}
      scrollable
    >
      <Spotlight.Search
        placeholder={placeholder}
        aria-label={placeholder}
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList>
        {groups.map(([group, members]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {members.map((command) => (
              <Spotlight.Action key={command.id} onClick={command.run}>
                <Group justify="space-between" wrap="nowrap" w="100%" gap="md">
                  <Group gap="sm" wrap="nowrap" className="ot-palette-label">
                    {command.icon}
                    <div>
                      <Text size="sm" fw={500} truncate>
                        {command.label}
                      </Text>
                      {command.description && (
                        <Text size="xs" className="ot-palette-description" truncate>
                          {command.description}
                        </Text>
                      )}
                    </div>
                  </Group>
                  {command.keys && <KeyHint keys={command.keys} />}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>Nothing is called that here</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** All words of the query must occur; a label that starts with the query comes first. Later registrations win an id. */
export function matching(commands: readonly Command[], query: string): [string, Command[]][] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const start = words.join(' ');
  const unique = new Map(
    commands.filter((command) => !command.hidden).map((command) => [command.id, command]),
  );
  const found = [...unique.values()]
    .filter((command) => {
      const haystack = [command.label, command.group, command.description, command.keywords]
        .join(' ')
        .toLowerCase();
      return words.every((word) => haystack.includes(word));
    })
    .sort((a, b) => rank(a, start) - rank(b, start));
  const groups = new Map<string, Command[]>();
  for (const command of found) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups];
}

function rank(command: Command, start: string): number {
  return start !== '' && command.label.toLowerCase().startsWith(start) ? 0 : 1;
}
