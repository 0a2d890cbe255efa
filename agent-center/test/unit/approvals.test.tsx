import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KitProviders } from '@openteller/web-kit';
import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Approvals } from '../../src/features/approvals/approvals.tsx';
import { MeProvider } from '../../src/shared/me.tsx';
import { me } from '../fixture/people.mjs';
import { fixtureServer } from '../fixture/server.mjs';

const WORDS = 'The shop has paid it back already.';
let fixture: ReturnType<typeof fixtureServer>;
let client: QueryClient;
const plainFetch = globalThis.fetch;

beforeEach(async () => {
  fixture = fixtureServer();
  await new Promise<void>((resolve) => (fixture.server as Server).listen(0, '127.0.0.1', resolve));
  const { port } = fixture.server.address() as AddressInfo;
  globalThis.fetch = (path, init) => {
    const { signal: _jsdomSignal, ...rest } = init ?? {};
    return plainFetch(`http://127.0.0.1:${port}${String(path)}`, rest);
  };
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});

afterEach(() => {
  cleanup();
  globalThis.fetch = plainFetch;
  client.clear();
  fixture.server.close();
  fixture.server.closeAllConnections();
});

function open(permissions: readonly string[] = me.permissions) {
  const router = createRouter({
    routeTree: createRootRoute({
      component: () => (
        <KitProviders client={client}>
          <MeProvider me={{ ...me, permissions } as never}>
            <Approvals />
          </MeProvider>
        </KitProviders>
      ),
    }),
    history: createMemoryHistory(),
  });
  render(<RouterProvider router={router as never} />);
}

const refundOf = async (merchant: string) => {
  const row = await screen.findByText(`Refund of ${merchant}`);
  return within(row.closest('article') as HTMLElement);
};
const saidTo = (id: string) =>
  fixture.state.world.detail(id).messages.filter((each: { text: string }) => each.text === WORDS);

async function decline(words: string) {
  fireEvent.click((await refundOf('Tarang Traders')).getByRole('button', { name: 'Decline' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(await dialog.findByLabelText(/^Reason/), { target: { value: 'Paid back by the shop' } });
  if (words) fireEvent.change(dialog.getByLabelText('Words to the customer'), { target: { value: words } });
  fireEvent.click(dialog.getByRole('button', { name: 'Decline' }));
  return dialog;
}

describe('an approval', () => {
  it('shows what the procedure says to whoever decides, above what would be done', async () => {
    open();
    const card = await refundOf('Tarang Traders');
    const words = card.getByText('Refund of ₹5,000.00: the shop charged the same amount twice.');
    const amount = card.getByText('₹5,000.00');
    expect(words.compareDocumentPosition(amount) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    const silent = await refundOf('Hotel Saffron and Gardens, a name that is longer than usual');
    expect(silent.queryByText(/charged the same/)).toBeNull();
  });

  it('names who asks, and shows what was said when one wants to read it', async () => {
    open();
    const card = await refundOf('Tarang Traders');
    const { customer, messages } = fixture.state.world.detail('c-a2');
    expect(await card.findByText(customer.name)).toBeTruthy();
    const asked = messages.find((each: { author: string }) => each.author === 'CUSTOMER');
    expect(card.queryByText(asked.text)).toBeNull();
    fireEvent.click(card.getByRole('button', { name: 'What was said' }));
    expect(await card.findByText(asked.text)).toBeTruthy();
  });
});

describe('a no', () => {
  it('is kept with its reason, and the customer reads the words of who said it', async () => {
    open();
    await decline(WORDS);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(fixture.state.world.approvals[0]).toMatchObject({
      state: 'DECLINED',
      decidedReason: 'Paid back by the shop',
    });
    expect(saidTo('c-a2')).toHaveLength(1);
    expect(fixture.state.world.get('c-a2')).toMatchObject({ owner: 'AGENT', assignedTo: me.id });
  });

  it('without words leaves the conversation with the assistant', async () => {
    open();
    await decline('');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(fixture.state.world.approvals[0].state).toBe('DECLINED');
    expect(fixture.state.world.get('c-a2').owner).toBe('ASSISTANT');
  });

  it('says so when the words did not arrive, and sends them once when tried again', async () => {
    fixture.state.world.failNextMessage = true;
    open();
    const dialog = await decline(WORDS);
    expect(await dialog.findByText('Declined, but the customer has not got your words')).toBeTruthy();
    expect(fixture.state.world.approvals[0].state).toBe('DECLINED');
    fireEvent.click(dialog.getByRole('button', { name: 'Send the words again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(saidTo('c-a2')).toHaveLength(1);
  });

  it('does not offer words to somebody who may not write to customers', async () => {
    open(me.permissions.filter((each: string) => each !== 'CONVERSATION_WORK'));
    fireEvent.click((await refundOf('Tarang Traders')).getByRole('button', { name: 'Decline' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByLabelText(/^Reason/)).toBeTruthy();
    expect(dialog.queryByLabelText('Words to the customer')).toBeNull();
  });
});
