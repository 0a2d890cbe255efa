import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openConsole } from './console.tsx';

const WAIT = { timeout: 25_000 };
let opened: Awaited<ReturnType<typeof openConsole>>;
afterEach(() => opened.close());

const button = (name: string | RegExp) => screen.findByRole('button', { name }, WAIT);
const write = async (label: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label, undefined, WAIT), { target: { value } });

// biome-ignore lint/suspicious/noExplicitAny: the fixture is plain JavaScript
const withPlugin = (world: any) => {
  const rest = structuredClone(world.plugins[0]);
  world.plugins.push({ ...rest, id: 'banking-rest', settings: { baseUrl: 'https://api.fern.example/v1' } });
};
// biome-ignore lint/suspicious/noExplicitAny: the fixture is plain JavaScript
const plugin = () => opened.world.plugins.find((each: any) => each.id === 'banking-rest');

describe('connectors', () => {
  it('go from a file to the plugin, with what every expression comes to', async () => {
    opened = await openConsole('/connectors', { before: withPlugin });
    await write('The file’s text', 'openapi: 3.1.0');
    fireEvent.click(await button('Read it'));
    fireEvent.click(await button('stopCard serves Block a card'));
    const sent = await screen.findByLabelText('Expression for clientId', undefined, WAIT);
    expect((sent as HTMLInputElement).value).toBe('customerRef');
    const at = await screen.findByLabelText('blockedAt comes to', undefined, WAIT);
    expect(at.textContent).toBe('"2026-02-03T04:05:06Z"');
    await screen.findByText(/alreadyBlocked’ not found/, undefined, WAIT);
    await write('Expression for alreadyBlocked', 'false');
    await screen.findByText('It fits the operation.', undefined, WAIT);
    await waitFor(
      async () => expect((await button('Put it into the plugin')).getAttribute('aria-disabled')).toBeNull(),
      WAIT,
    );
    fireEvent.click(await button('Put it into the plugin'));
    await waitFor(() => expect(plugin().settings.connector).toBeDefined(), WAIT);
    const document = JSON.parse(plugin().settings.connector);
    expect(document).toMatchObject({ version: 1, auth: { type: 'API_KEY', name: 'X-Fern-Key' } });
    expect(document.operations['cards.block/v1']).toMatchObject({
      idempotencyHeader: 'Idempotency-Key',
      call: {
        path: '/clients/{customerRef}/cards/{arguments.card}/stop',
        result: '{"blockedAt": response.blockedAt, "alreadyBlocked": false}',
      },
    });
  });

  it('that are wrong stay out of the plugin', async () => {
    opened = await openConsole('/connectors', { before: withPlugin });
    await screen.findByText(/must have at least/, undefined, WAIT);
    expect((await button('Put it into the plugin')).getAttribute('aria-disabled')).toBe('true');
  });

  it('are read by who may not change them', async () => {
    opened = await openConsole('/connectors', { role: 'AUDITOR', before: withPlugin });
    expect((await button('Read it')).getAttribute('aria-disabled')).toBe('true');
  });
});
