import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { asProblem, type Plugin, type PluginDifference, Rows, toast } from '@openteller/web-kit';
import { IconAlertTriangle, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../shared/loaded.tsx';
import { useChooseVersion } from '../api/choose-version.ts';
import { differenceQuery } from '../api/difference.ts';
import { DifferenceList } from '../difference-list.tsx';
import classes from '../plugins.module.css';
import { compareVersions } from '../words.ts';

interface VersionDialogProps {
  plugin: Plugin;
  version: string;
  onClose: () => void;
}

/** Another version is chosen only after its difference was read. */
export function VersionDialog({ plugin, version, onClose }: VersionDialogProps) {
  const difference = useQuery(differenceQuery(plugin.id, version));
  const older = compareVersions(version, plugin.version) < 0;
  return (
    <Modal opened onClose={onClose} size="lg" radius="lg" title={`Choose version ${version}`}>
      <Text size="sm" mb="md">
        Your bank goes {older ? 'back ' : ''}from {plugin.name} {plugin.version} to {version}. Other banks
        keep theirs, and settings and secrets stay.
      </Text>
      <Loaded
        query={difference}
        title="The versions could not be compared"
        waiting={<Rows count={4} height={34} />}
        compact
      >
        {(data) => <Confirm plugin={plugin} version={version} difference={data} onClose={onClose} />}
      </Loaded>
    </Modal>
  );
}

function Confirm(props: VersionDialogProps & { difference: PluginDifference }) {
  const { plugin, version, difference, onClose } = props;
  const choose = useChooseVersion(plugin.id);
  const problem = choose.error ? asProblem(choose.error) : undefined;
  const confirm = () =>
    choose.mutate(version, {
      onSuccess: (changed) => {
        toast(
          changed?.pending
            ? `Asked: a second person has to approve version ${version}`
            : `${plugin.name} runs in version ${version}`,
        );
        onClose();
      },
    });
  return (
    <>
      <DifferenceList difference={difference} />
      {difference.widened && (
        <p className={classes.ownNote} role="note">
          <IconUserCheck size={18} stroke={1.8} aria-hidden />
          <span>
            It asks for more than your bank approved, so a second person has to approve it. Until then version{' '}
            {plugin.version} goes on.
          </span>
        </p>
      )}
      {problem && (
        <Alert mt="md" color="red" icon={<IconAlertTriangle size={18} />} title={problem.title}>
          {[problem.detail, ...problem.errors.map((each) => `${each.field}: ${each.message}`)]
            .filter(Boolean)
            .join('. ') || 'Nothing was changed.'}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={choose.isPending} onClick={confirm}>
          {difference.widened ? 'Ask for approval' : `Run version ${version}`}
        </Button>
      </Group>
    </>
  );
}
