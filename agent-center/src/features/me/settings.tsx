import { Button, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { isApple, signOut, ThemeChoice, toastProblem, useSetting, useSingleKeys } from '@openteller/web-kit';
import { IconLogout } from '@tabler/icons-react';
import { PRESENCES } from '../../shared/desk/words.ts';
import { useMe } from '../../shared/me.tsx';
import { PersonAvatar } from '../../shared/person-avatar.tsx';
import classes from './me.module.css';
import { usePresence } from './presence.ts';

/** Presence, theme and keyboard: the profile menu on a desktop, the "Me" page on a phone. */
export function Settings() {
  const me = useMe();
  const { presence, set } = usePresence();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [enterSends, setEnterSends] = useSetting('enter-sends', false);
  const mod = isApple() ? '⌘' : 'Ctrl';
  return (
    <Stack gap="md" className={classes.settings ?? ''}>
      <div className={classes.card}>
        <PersonAvatar name={me.name} size={48} />
        <div className={classes.who}>
          <Text fw={650}>{me.name}</Text>
          <Text size="sm" c="dimmed" truncate>
            {me.email}
          </Text>
          <Text size="xs" c="dimmed">
            {me.bank.name}
          </Text>
        </div>
      </div>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label="Presence"
        value={presence}
        onChange={set}
        data={(['ONLINE', 'AWAY', 'OFFLINE'] as const).map((value) => ({ value, label: PRESENCES[value] }))}
      />
      <ThemeChoice />
      <Switch
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label="Single-letter shortcuts"
        description="J, K, C, R and the others"
      />
      <Switch
        checked={enterSends}
        onChange={(event) => setEnterSends(event.currentTarget.checked)}
        label="Enter sends"
        description={
          enterSends ? 'Shift + Enter starts a new line' : `${mod} + Enter sends, Enter starts a new line`
        }
      />
      <Button
        variant="default"
        leftSection={<IconLogout size={16} />}
        onClick={() => signOut().catch((error: unknown) => toastProblem(error, 'You are still signed in'))}
      >
        Sign out
      </Button>
    </Stack>
  );
}
