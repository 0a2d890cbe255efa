import { fireEvent, screen, waitFor, within } from '@testing-library/react';
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
const stored = (id: string) => opened.world.connectors.find((each: any) => each.id === id);

describe('connectors', () => {
  it('go from nothing over a file to a draft that waits for a second person', async () => {
    opened = await openConsole('/connectors', { empty: true });
    fireEvent.click(
      (await screen.findAllByRole('button', { name: 'New connector' }, WAIT))[0] as HTMLElement,
    );
    await write(/^Title/, 'Fern Bank');
    fireEvent.click(await button('Create the draft'));
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
    await screen.findByText('Saved', undefined, WAIT);
    await waitFor(
      () =>
        expect(stored('fern-bank').draft.connector.operations['cards.block/v1'].call.result).toContain(
          'false',
        ),
      WAIT,
    );
    expect(stored('fern-bank').draft.connector).toMatchObject({
      auth: { type: 'API_KEY', name: 'X-Fern-Key' },
      operations: {
        'cards.block/v1': {
          idempotencyHeader: 'Idempotency-Key',
          call: {
            path: '/clients/{customerRef}/cards/{arguments.card}/stop',
            result: '{"blockedAt": response.blockedAt, "alreadyBlocked": false}',
          },
        },
      },
    });
    fireEvent.click(await button('Publish'));
    await write('What is new, for the second person', 'The first one');
    fireEvent.click(await button('Ask a second person'));
    await waitFor(() => expect(stored('fern-bank').waiting?.comment).toBe('The first one'), WAIT);
    expect(opened.world.runs).toBeUndefined();
  });

  it('that were written open again, and what is undone is saved too', async () => {
    opened = await openConsole('/connectors/fern-cards?operation=cards.block/v1', { before: withPlugin });
    const field = await screen.findByLabelText('Expression for blockedAt', undefined, WAIT);
    expect((field as HTMLInputElement).value).toBe('response.stoppedAt');
    await write('Expression for blockedAt', 'response.at');
    await waitFor(
      () =>
        expect(stored('fern-cards').draft.connector.operations['cards.block/v1'].call.result).toContain(
          'response.at',
        ),
      WAIT,
    );
    expect(stored('fern-cards').draft.connector.operations['cards.block/v1'].call.errors).toHaveLength(2);
    fireEvent.click(await button('Undo'));
    await waitFor(
      () =>
        expect(stored('fern-cards').draft.connector.operations['cards.block/v1'].call.result).toContain(
          'response.stoppedAt',
        ),
      WAIT,
    );
  });

  it('are published by somebody else than who asked, who sees what is different', async () => {
    opened = await openConsole('/connectors/moss-core', { before: withPlugin });
    const differences = await screen.findByRole('region', { name: 'Differences' }, WAIT);
    within(differences).getByText('auth');
    fireEvent.click(await button('Approve and publish'));
    await waitFor(() => expect(opened.world.runs).toEqual({ name: 'moss-core', version: 1 }), WAIT);
  });

  it('are in use side by side, until somebody takes one out of use', async () => {
    opened = await openConsole('/connectors/fern-cards', { before: withPlugin });
    await screen.findByText('version 2 in use', undefined, WAIT);
    const menus = await screen.findAllByRole('button', { name: 'More' }, WAIT);
    fireEvent.click(menus.find((each) => each.getAttribute('aria-haspopup') === 'menu') as HTMLElement);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Take out of use' }, WAIT));
    await screen.findByText(/It supplies nothing from the next call on/, undefined, WAIT);
    expect(stored('fern-cards').used).toBeUndefined();
    fireEvent.click(await button('Take out of use'));
    await waitFor(() => expect(stored('fern-cards').used).toBe(false), WAIT);
    await screen.findByText('out of use', undefined, WAIT);
  });

  it('are asked of the bank itself, and what acts on a test system alone', async () => {
    opened = await openConsole('/connectors/fern-cards?tab=try', { before: withPlugin });
    await write(/^Customer/, 'C1');
    fireEvent.change(await screen.findByLabelText('Operation', undefined, WAIT), {
      target: { value: 'cards.block/v1' },
    });
    expect((await button('Ask it')).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(await screen.findByLabelText('The address leads to a test system', undefined, WAIT));
    fireEvent.click(await button('Ask it'));
    await screen.findByText('It works', undefined, WAIT);
    screen.getByText('•••');
  });

  it('are read by who may not change them', async () => {
    opened = await openConsole('/connectors/fern-cards', { role: 'AUDITOR', before: withPlugin });
    expect((await button('Publish')).getAttribute('aria-disabled')).toBe('true');
    await screen.findByText('You can read this, not change it', undefined, WAIT);
    expect(screen.queryByRole('button', { name: 'Read it' })).toBeNull();
  });
});
