import { Avatar, Popover, UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../shared/me.tsx';
import classes from './navigation.module.css';
import { UserSettings } from './user-settings.tsx';

/** The signed-in person at the foot of the navigation. */
export function UserMenu({ compact }: { compact: boolean }) {
  const me = useMe();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      width={300}
      trapFocus
      shadow="lg"
      radius="lg"
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.user ?? ''}
          aria-expanded={opened}
          onClick={() => setOpened((open) => !open)}
        >
          <Avatar name={me.name} color="iris" size={32} radius="xl" variant="filled" aria-hidden />
          <span className="ot-visually-hidden">Theme and sign out{compact && `, ${me.name}`}</span>
          {!compact && (
            <>
              <span className={classes.userText}>
                <span className={classes.userName}>{me.name}</span>
                <span className={classes.userMail}>{me.email}</span>
              </span>
              <IconSelector size={16} stroke={1.7} aria-hidden />
            </>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="md" aria-label="You">
        <UserSettings />
      </Popover.Dropdown>
    </Popover>
  );
}
