import type { AddressInfo } from 'node:net';
import { KitProviders, type Me, newQueryClient, type Plugin } from '@openteller/web-kit';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usePluginActions } from '../src/features/plugins/api/actions.ts';
import { complete } from '../src/features/plugins/api/plugins.ts';
import { interpretedValidator } from '../src/features/plugins/form/interpreted-validator.ts';
import { schemaForForm, settingsToSend, uiForForm } from '../src/features/plugins/form/secrets.ts';
import { SettingsForm } from '../src/features/plugins/form/settings-form.tsx';
import { MeProvider } from '../src/shared/me.tsx';
import { plugins } from './fixture/plugins.mjs';
import { fixtureServer } from './fixture/server.mjs';

const [first] = plugins();
const sandbox = complete(first as Plugin);
const schema = sandbox.settingsSchema;

describe('secrets of a plugin', () => {
  it('are left out when they were left empty, so that the stored one stays', () => {
    expect(settingsToSend(schema, { bank: 'harbour', accessKey: '' })).toEqual({ bank: 'harbour' });
    expect(settingsToSend(schema, { bank: 'harbour', accessKey: 'a-new-long-key' })).toHaveProperty(
      'accessKey',
    );
  });

  it('are required only until they are set', () => {
    expect(schemaForForm(schema, []).required).toContain('accessKey');
    expect(schemaForForm(schema, ['accessKey']).required).not.toContain('accessKey');
  });

  it('are typed into a field that hides them and that no browser fills in', () => {
    expect(uiForForm(schema, []).accessKey).toMatchObject({
      'ui:widget': 'password',
      'ui:autocomplete': 'new-password',
    });
  });
});

describe('the check of a form', () => {
  const messages = (data: object) =>
    interpretedValidator
      .validateFormData(data, schema)
      .errors.map((error) => `${error.property} ${error.message}`);

  it('finds nothing in settings that fit', () => {
    expect(messages({ bank: 'meridian', latencyMillis: 0, accessKey: 'twelve-chars' })).toEqual([]);
  });

  it('says in words what does not fit, at its field', () => {
    expect(messages({ bank: 'atlantis', latencyMillis: 9000 }).sort()).toEqual([
      '.accessKey This is needed',
      '.bank Choose one of the values',
      '.latencyMillis 5000 or less',
    ]);
  });
});

describe('the settings form', () => {
  const { server } = fixtureServer();
  const realFetch = globalThis.fetch;
  beforeEach(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // A page knows its own origin; here the fixture is the origin.
    globalThis.fetch = (path, init) =>
      realFetch(`http://127.0.0.1:${port}${String(path)}`, { ...init, signal: null });
  });
  afterEach(() => {
    cleanup();
    globalThis.fetch = realFetch;
    server.close();
  });

  it('shows what the platform finds wrong, and keeps what was typed', async () => {
    render(<Form />);
    const delay = screen.getByLabelText(/Delay of each answer/);
    fireEvent.change(delay, { target: { value: '4999' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() => expect(screen.getByText('The settings do not fit the plugin')).toBeTruthy(), {
      timeout: 15_000,
    });
    expect((delay as HTMLInputElement).value).toBe('4999');
  });

  it('cannot be used by somebody who may only look', () => {
    render(<Form permissions={['PLUGIN_READ']} />);
    expect((screen.getByLabelText(/Delay of each answer/) as HTMLInputElement).disabled).toBe(true);
    expect((screen.getByRole('button', { name: 'Save settings' }) as HTMLButtonElement).disabled).toBe(true);
  });
});

function Form({ permissions = ['PLUGIN_READ', 'PLUGIN_WRITE'] }: { permissions?: Me['permissions'] }) {
  const me: Me = {
    id: 's-1',
    name: 'Lakshmi Iyer',
    email: 'lakshmi.iyer@meridian.example',
    bank: { slug: 'meridian', name: 'Meridian Bank', currency: 'INR', locale: 'en-IN' },
    roles: ['ADMIN'],
    permissions,
    environment: 'demo',
  };
  return (
    <KitProviders client={newQueryClient()}>
      <MeProvider me={me}>
        <Inner />
      </MeProvider>
    </KitProviders>
  );
}

function Inner() {
  return <SettingsForm plugin={sandbox} actions={usePluginActions(sandbox.id)} onChanged={() => undefined} />;
}
