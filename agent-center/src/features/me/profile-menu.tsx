import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { PRESENCES } from '../../shared/desk/words.ts';
import { useMe } from '../../shared/me.tsx';
import { PersonAvatar } from '../../shared/person-avatar.tsx';
import classes from './me.module.css';
import { usePresence } from './presence.ts';
import { Settings } from './settings.tsx';

/** The signed-in person at the foot of the navigation, with a presence dot. */
export function ProfileMenu() {
  const me = useMe();
  const { presence } = usePresence();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      width={320}
      trapFocus
      shadow="lg"
      radius="lg"
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.trigger ?? ''}
          aria-expanded={opened}
          onClick={() => setOpened((open) => !open)}
        >
          <PersonAvatar name={me.name} size={40} />
          <span className={classes.dot} data-presence={presence} aria-hidden />
          <span className="ot-visually-hidden">
            {me.name}, {PRESENCES[presence]}. Profile and settings
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="md" aria-label="Profile and settings">
        <Settings />
      </Popover.Dropdown>
    </Popover>
  );
}
