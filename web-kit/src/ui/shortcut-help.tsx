import { Modal, Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useAllCommands, useCommands, useSingleKeys } from '../keys/command-provider.tsx';
import type { Command } from '../keys/command-store.ts';
import { KeyHint } from './text.tsx';

/** Mount once: `?` lists the keys that work on this screen, and lets people turn bare letters off. */
export function ShortcutHelp() {
  const [opened, setOpened] = useState(false);
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const commands = useAllCommands();
  const own = useMemo<Command[]>(
    () => [
      {
        id: 'help',
        label: 'Show keyboard shortcuts',
        group: 'General',
        keys: '?',
        run: () => setOpened((open) => !open),
        inDialog: true,
      },
    ],
    [],
  );
  useCommands(own);
  const groups = useMemo(() => byGroup(commands), [commands]);
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="Keyboard shortcuts" size="xl">
      <Switch
        mb="lg"
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label="Single-letter shortcuts"
        description="Turn them off if you dictate or if keys get pressed by accident. Combinations with a modifier stay."
      />
      <div className="ot-help">
        {groups.map(([group, members]) => (
          <section key={group}>
            <Text component="h3" size="xs" fw={650} c="dimmed" mb={6} mt={0}>
              {group}
            </Text>
            <dl className="ot-help-list">
              {members.map((command) => (
                <div key={command.id}>
                  <dt>{command.label}</dt>
                  <dd>
                    <KeyHint keys={command.keys ?? ''} size="sm" />
                    <span className="ot-visually-hidden">{command.keys}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function byGroup(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Map<string, Command>>();
  for (const command of commands) {
    if (!command.keys) continue;
    const members = groups.get(command.group) ?? new Map<string, Command>();
    groups.set(command.group, members.set(command.id, command));
  }
  return [...groups].map(([group, members]) => [group, [...members.values()]]);
}
