import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type Plugin, toast } from '@openteller/web-kit';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { PermitButton } from '../../../shared/permitted.tsx';
import type { PluginActions } from '../api/actions.ts';

interface SwitchProps {
  plugin: Plugin;
  actions: PluginActions;
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
  const blocked = plugin.pending
    ? 'It waits for a second person already'
    : changed
      ? 'Save the settings first'
      : test.data?.ok
        ? undefined
        : 'Test the connection first: only what answers can be enabled';
  const tell = (changed: Plugin | undefined) =>
    toast(
      changed?.pending
        ? `Asked: a second person has to approve that ${plugin.name} is enabled`
        : `${plugin.name} is enabled`,
    );
  return (
    <PermitButton
      needs="PLUGIN_WRITE"
      leftSection={<IconPlayerPlay size={16} />}
      loading={toggle.isPending}
      blocked={blocked}
      onClick={() => toggle.mutate(true, { onSuccess: tell })}
    >
      Enable
    </PermitButton>
  );
}
