import { Checkbox, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Card } from '../../../shared/page.tsx';
import classes from '../connectors.module.css';
import { withAuth } from '../model/document.ts';
import type { Auth } from '../model/types.ts';
import type { DraftHandle } from './use-draft.ts';

const WAYS = [
  { value: 'NONE', label: 'Not at all' },
  { value: 'API_KEY', label: 'A key' },
  { value: 'OAUTH2', label: 'OAuth 2 client credentials' },
  { value: 'CERTIFICATE', label: 'A client certificate alone' },
];

const BEGUN: Record<string, Auth> = {
  NONE: { type: 'NONE' },
  API_KEY: { type: 'API_KEY', in: 'HEADER', name: 'X-Api-Key' },
  OAUTH2: { type: 'OAUTH2', client: 'BASIC', tokenPath: '/oauth/token' },
  CERTIFICATE: { type: 'CERTIFICATE' },
};

/** How the platform says to the bank who it is. Secrets are settings of the plugin. */
export function AuthForm({ draft, mayWrite }: { draft: DraftHandle; mayWrite: boolean }) {
  const { auth } = draft.sheet.definition;
  const change = (part: Partial<Auth>) =>
    draft.edit((sheet) => withAuth(sheet, { ...sheet.definition.auth, ...part }), 'auth');
  const begin = (type: string) =>
    draft.edit((sheet) =>
      withAuth(sheet, {
        ...(BEGUN[type] ?? { type }),
        ...(auth.certificate && (type === 'API_KEY' || type === 'OAUTH2') && { certificate: true }),
      }),
    );
  return (
    <Card
      title="How the platform signs in"
      hint="Keys, secrets and certificates never stand in the document: they are sealed settings of the plugin."
    >
      <Stack gap="sm" maw={560}>
        <Select
          label="The bank wants"
          data={WAYS}
          value={auth.type}
          allowDeselect={false}
          disabled={!mayWrite}
          onChange={(next) => next && begin(next)}
        />
        {auth.type === 'API_KEY' && (
          <>
            <SegmentedControl
              aria-label="Where the key goes"
              value={auth.in ?? 'HEADER'}
              disabled={!mayWrite}
              onChange={(next) => change({ in: next, prefix: next === 'QUERY' ? null : auth.prefix })}
              data={[
                { value: 'HEADER', label: 'In a header' },
                { value: 'QUERY', label: 'In the query' },
              ]}
            />
            <Text
              label="Called"
              value={auth.name}
              disabled={!mayWrite}
              onChange={(name) => change({ name })}
            />
            {auth.in !== 'QUERY' && (
              <Text
                label="What stands before the key"
                value={auth.prefix}
                disabled={!mayWrite}
                onChange={(prefix) => change({ prefix })}
              />
            )}
          </>
        )}
        {auth.type === 'OAUTH2' && (
          <>
            <SegmentedControl
              aria-label="Where the client’s name and secret go"
              value={auth.client ?? 'BASIC'}
              disabled={!mayWrite}
              onChange={(client) => change({ client })}
              data={[
                { value: 'BASIC', label: 'In the head of the request' },
                { value: 'BODY', label: 'In its body' },
              ]}
            />
            <Text
              label="Where tokens come from, behind the server’s address"
              value={auth.tokenPath}
              disabled={!mayWrite}
              onChange={(tokenPath) => change({ tokenPath })}
            />
            <Text
              label="Scope"
              value={auth.scope}
              disabled={!mayWrite}
              onChange={(scope) => change({ scope })}
            />
          </>
        )}
        {(auth.type === 'API_KEY' || auth.type === 'OAUTH2') && (
          <Checkbox
            label="And a client certificate (mutual TLS)"
            checked={auth.certificate === true}
            disabled={!mayWrite}
            onChange={(event) => change({ certificate: event.currentTarget.checked })}
          />
        )}
        <Link
          className={classes.link ?? ''}
          to="/plugins/$id"
          params={{ id: 'banking-rest' }}
          search={{ tab: 'settings' }}
        >
          Address, keys and certificates
        </Link>
      </Stack>
    </Card>
  );
}

interface TextProps {
  label: string;
  value: string | null | undefined;
  disabled: boolean;
  onChange: (value: string) => void;
}

const Text = ({ label, value, disabled, onChange }: TextProps) => (
  <TextInput
    label={label}
    value={value ?? ''}
    disabled={disabled}
    spellCheck={false}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
