import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type Plugin, toast } from '@openteller/web-kit';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { PermitButton } from '../../shared/permitted.tsx';
import type { usePluginActions } from './api.ts';

interface SwitchProps {
  plugin: Plugin;
  actions: ReturnType<typeof usePluginActions>;
  changed: boolean;
}

/** Enable only what was seen to work; disable only after a word about what stops. */
export function Switch({ plugin, actions, changed }: SwitchProps) {
  const { toggle, test } = actions;
  if (plugin.state === 'ENABLED') {
    const ask = () =>
      modals.openConfirmModal({
        title: `Disable ${plugin.name}?`,
        children: (
          <Text size="sm">
            The assistant stops using it at once. Questions that need it go to a person. Settings and secrets
            stay.
          </Text>
        ),
        labels: { confirm: 'Disable', cancel: 'Keep enabled' },
        confirmProps: { color: 'red.9' },
        onConfirm: () =>
          toggle.mutate(false, {
            onSuccess: () => toast(`${plugin.name} is disabled`, { undo: () => toggle.mutate(true) }),
          }),
      });
    return (
      <PermitButton
        needs="PLUGIN_WRITE"
        variant="default"
        leftSection={<IconPlayerStop size={16} />}
        loading={toggle.isPending}
        onClick={ask}
      >
        Disable
      </PermitButton>
    );
  }
  const blocked = changed
    ? 'Save the settings first'
    : test.data?.ok
      ? undefined
      : 'Test the connection first: only what answers can be enabled';
  return (
    <PermitButton
      needs="PLUGIN_WRITE"
      leftSection={<IconPlayerPlay size={16} />}
      loading={toggle.isPending}
      blocked={blocked}
      onClick={() => toggle.mutate(true, { onSuccess: () => toast(`${plugin.name} is enabled`) })}
    >
      Enable
    </PermitButton>
  );
}
