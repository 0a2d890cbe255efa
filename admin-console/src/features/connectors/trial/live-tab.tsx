import { Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { EmptyState } from '@openteller/web-kit';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Card } from '../../../shared/page.tsx';
import { PermitButton } from '../../../shared/permitted.tsx';
import { ProblemNote } from '../../../shared/problem-note.tsx';
import { pluginQuery } from '../../plugins/api/plugin.ts';
import { useCatalogue } from '../../procedures/api/operations.ts';
import { tryLive } from '../api/stored.ts';
import classes from '../connectors.module.css';
import type { Connector } from '../model/types.ts';
import { LiveOutcome } from './live-outcome.tsx';

/** One operation, asked of the bank itself at the address that its plugin has. */
export function LiveTab({ connector }: { connector: Connector }) {
  const catalogue = useCatalogue();
  const plugin = useQuery(pluginQuery('banking-rest'));
  const names = Object.keys(connector.operations).sort();
  const [chosen, setChosen] = useState<string>();
  const name = chosen ?? names[0] ?? '';
  const [customerRef, setCustomerRef] = useState('');
  const [text, setText] = useState<string>();
  const [testSystem, setTestSystem] = useState(false);
  const ask = useMutation({ mutationFn: tryLive });
  const operation = catalogue.find(name);
  const given = text ?? begun(operation?.input.required ?? []);
  const parsed = objectIn(given);
  const address = plugin.data?.settings.baseUrl;
  const acts = operation !== undefined && operation.risk !== 'READ';
  const run = () => {
    if (parsed && customerRef.trim()) {
      ask.mutate({
        connector,
        operation: name,
        customerRef: customerRef.trim(),
        arguments: parsed,
        testSystem,
      });
    }
  };
  if (names.length === 0) {
    return (
      <Card>
        <EmptyState kind="first" title="Nothing to try yet" text="The connector supplies no operation." />
      </Card>
    );
  }
  return (
    <div className={classes.mapper}>
      <Card
        title="Ask the bank"
        hint={
          <>
            {address ? `At ${String(address)}, ` : 'The plugin has no address yet, '}
            with the secrets that the plugin keeps. They are not shown. Each try is in the audit trail.
          </>
        }
      >
        <Stack gap="sm">
          <NativeSelect
            label="Operation"
            value={name}
            data={names.map((each) => ({ value: each, label: catalogue.titleOf(each) }))}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setText(undefined);
              ask.reset();
            }}
          />
          <TextInput
            label="Customer"
            description="As the bank’s API calls them"
            required
            value={customerRef}
            onChange={(event) => setCustomerRef(event.currentTarget.value)}
          />
          <Textarea
            label="Arguments"
            description="With the bank’s own references"
            value={given}
            onChange={(event) => setText(event.currentTarget.value)}
            error={parsed ? undefined : 'This is no JSON object'}
            autosize
            minRows={3}
            maxRows={12}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5 } }}
          />
          <Checkbox
            label="The address leads to a test system"
            description="Only then is anything tried that is not a plain question (GET)"
            checked={testSystem}
            onChange={(event) => setTestSystem(event.currentTarget.checked)}
          />
          <ProblemNote error={ask.error} />
          <Group>
            <PermitButton
              needs="PLUGIN_WRITE"
              onClick={run}
              loading={ask.isPending}
              leftSection={<IconPlayerPlay size={16} />}
              blocked={why({ address, customerRef, parsed, acts, testSystem })}
            >
              Ask it
            </PermitButton>
            <Link
              className={classes.link ?? ''}
              to="/plugins/$id"
              params={{ id: 'banking-rest' }}
              search={{ tab: 'settings' }}
            >
              Address and secrets
            </Link>
          </Group>
        </Stack>
      </Card>
      <Card title="What came back">
        <LiveOutcome tried={ask.data} asking={ask.isPending} />
      </Card>
    </div>
  );
}

interface Facts {
  address: unknown;
  customerRef: string;
  parsed: unknown;
  acts: boolean;
  testSystem: boolean;
}

function why({ address, customerRef, parsed, acts, testSystem }: Facts): string | undefined {
  if (!address) return 'Give the plugin the bank’s address first';
  if (!customerRef.trim()) return 'Say which customer';
  if (!parsed) return 'The arguments are no JSON object';
  return acts && !testSystem ? 'This does something: only on a test system' : undefined;
}

const begun = (required: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(required.map((name) => [name, ''])), null, 2);

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
