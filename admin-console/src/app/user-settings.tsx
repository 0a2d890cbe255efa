import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { signOut, ThemeChoice, toastProblem } from '@openteller/web-kit';
import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../shared/me.tsx';
import { humanise } from '../shared/words.ts';

/** Who you are here, how it looks, and the way out. */
export function UserSettings() {
  const me = useMe();
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    signOut().catch((error: unknown) => {
      setLeaving(false);
      toastProblem(error, 'You are still signed in');
    });
  };
  return (
    <Stack gap="md">
      <div>
        <Text fw={650}>{me.name}</Text>
        <Text size="sm" c="dimmed">
          {me.email}
        </Text>
        <Group gap={6} mt={8}>
          {me.roles.map((role) => (
            <Badge key={role} variant="light" color="gray" size="sm" tt="none" fw={600}>
              {humanise(role)}
            </Badge>
          ))}
        </Group>
      </div>
      <ThemeChoice />
      <Button
        variant="default"
        leftSection={<IconLogout size={16} />}
        onClick={leave}
        loading={leaving}
        fullWidth
      >
        Sign out
      </Button>
    </Stack>
  );
}
