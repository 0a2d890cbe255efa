import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openConsole } from './console.tsx';

const WAIT = { timeout: 25_000 };
let opened: Awaited<ReturnType<typeof openConsole>>;
afterEach(() => opened.close());

const button = (name: string | RegExp) => screen.findByRole('button', { name }, WAIT);
const pendingOf = () =>
  opened.world.plugins.find((each: { id: string }) => each.id === 'llm-harbour').pending;

describe('what waits for a second person', () => {
  it('is told with its difference, each line by a word and not by colour alone', async () => {
    opened = await openConsole('/approvals');
    const hosts = await screen.findByRole('region', { name: 'Hosts it calls' }, WAIT);
    const lines = within(hosts)
      .getAllByRole('listitem')
      .map((line) => line.textContent);
    expect(lines).toEqual([
      '+AddedIt calls stream.harbour.example',
      '−RemovedIt no longer calls batch.harbour.example',
    ]);
  });

  it('is counted beside its entry in the navigation, and beside no other', async () => {
    opened = await openConsole('/approvals');
    const nav = await screen.findByRole('navigation', { name: 'Main' }, WAIT);
    await within(nav).findByRole('link', { name: 'Approvals, 1 waiting' }, WAIT);
    expect(within(nav).getByRole('link', { name: 'Plugins' })).toBeTruthy();
  });

  it('cannot be approved by whoever asked, who is told why', async () => {
    opened = await openConsole('/approvals', {
      before: (world) => {
        for (const each of world.plugins) if (each.pending) each.pending.askedBy = world.me.name;
      },
    });
    await screen.findByText(/You asked for this, so you cannot approve it/, undefined, WAIT);
    fireEvent.click(await button('Approve'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(pendingOf()).toBeDefined();
  });

  it('is not rejected without a reason', async () => {
    opened = await openConsole('/approvals');
    fireEvent.click(await button('Reject'));
    const dialog = await screen.findByRole('dialog', undefined, WAIT);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Reject' }));
    await within(dialog).findByText(/Write a reason/);
    expect(pendingOf()).toBeDefined();
    fireEvent.change(within(dialog).getByLabelText(/Why not/), { target: { value: 'Not that host' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Reject' }));
    await screen.findByText('Nothing waits for a second person', undefined, WAIT);
    expect(pendingOf()).toBeUndefined();
  });

  it('leaves the list once it is approved', async () => {
    opened = await openConsole('/approvals');
    fireEvent.click(await button('Approve'));
    const dialog = await screen.findByRole('dialog', undefined, WAIT);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Approve' }));
    await screen.findByText('Nothing waits for a second person', undefined, WAIT);
  });
});

describe('another version', () => {
  it('is chosen only after its difference was read, and asks for a second person when it wants more', async () => {
    opened = await openConsole('/plugins/banking-sandbox?tab=versions');
    fireEvent.click(await button('Choose 0.3.0'));
    await screen.findByText('It calls orders.core.example', undefined, WAIT);
    fireEvent.click(await button('Ask for approval'));
    await screen.findByText('Waits for approval', undefined, WAIT);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), WAIT);
    expect(screen.getByRole('button', { name: 'Choose 0.2.0' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('runs at once when it asks for nothing more', async () => {
    opened = await openConsole('/plugins/banking-sandbox?tab=versions');
    fireEvent.click(await button('Choose 0.2.0'));
    fireEvent.click(await button('Run version 0.2.0'));
    await button('Choose 0.1.0');
    expect(opened.world.plugins[0].version).toBe('0.2.0');
  });
});
