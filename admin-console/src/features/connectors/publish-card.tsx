import { Group } from '@mantine/core';
import { ErrorState, toastProblem } from '@openteller/web-kit';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CopyButton } from '../../shared/copy-button.tsx';
import { Card } from '../../shared/page.tsx';
import { PermitButton } from '../../shared/permitted.tsx';
import { plural } from '../../shared/words.ts';
import { pluginQuery } from '../plugins/api/plugin.ts';
import { useSaveSettings } from '../plugins/api/save-settings.ts';
import { checkQuery } from './api/connectors.ts';
import classes from './connectors.module.css';
import type { Connector } from './model/types.ts';

export const PLUGIN = 'banking-rest';

/** What is wrong with the whole document, and the way into the plugin's settings. */
export function PublishCard({
  connector,
  onSaved,
}: {
  connector: Connector;
  onSaved: (connector: Connector) => void;
}) {
  const findings = useQuery(checkQuery({ ...connector, version: Math.max(1, connector.version) }));
  const plugin = useQuery(pluginQuery(PLUGIN));
  const save = useSaveSettings(PLUGIN);
  const wrong = findings.data ?? [];
  const address = plugin.data?.settings.baseUrl;
  const publish = () => {
    const next = { ...connector, version: connector.version + 1 };
    save.mutate(
      { ...plugin.data?.settings, connector: JSON.stringify(next) },
      { onSuccess: () => onSaved(next), onError: (error) => toastProblem(error, 'Not saved') },
    );
  };
  return (
    <Card
      title="The connector"
      hint={`${plural(Object.keys(connector.operations).length, 'operation')}; version ${connector.version + 1} is next`}
    >
      {wrong.length > 0 && (
        <ul className={classes.notes} aria-label="What is wrong">
          {wrong.map((one) => (
            <li key={`${one.place} ${one.sentence}`} className={classes.fault}>
              <code>{one.place || '/'}</code> {one.sentence}
            </li>
          ))}
        </ul>
      )}
      {findings.isError && <ErrorState error={findings.error} retry={() => void findings.refetch()} />}
      <Group mt="sm">
        <PermitButton
          needs="PLUGIN_WRITE"
          onClick={publish}
          loading={save.isPending}
          blocked={why(findings.isSuccess, wrong.length, plugin.isError, address)}
        >
          Put it into the plugin
        </PermitButton>
        <CopyButton text={() => JSON.stringify(connector, null, 2)} label="Copy the document" />
        <Link className={classes.link ?? ''} to="/plugins/$id" params={{ id: PLUGIN }}>
          Address, secrets and connection test
        </Link>
      </Group>
    </Card>
  );
}

function why(checked: boolean, wrong: number, missing: boolean, address: unknown): string | undefined {
  if (missing) return 'The plugin banking-rest is not installed';
  if (!checked) return 'It is being checked';
  if (wrong > 0) return 'Something is wrong with it';
  return address ? undefined : 'Give the plugin the bank’s address first';
}
