import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ConversationDetail, type Items, KitProviders, type QueueItem } from '@openteller/web-kit';
import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discardReply, retryReply, sendReply, useOutgoing } from '../../src/features/thread/outbox.ts';
import { useClaim } from '../../src/shared/desk/actions.ts';
import { conversationQuery, keys, queueQuery } from '../../src/shared/desk/queries.ts';
import { MeProvider } from '../../src/shared/me.tsx';
import { me } from '../fixture/people.mjs';
import { fixtureServer } from '../fixture/server.mjs';

type Fixture = ReturnType<typeof fixtureServer>;
let fixture: Fixture;
let client: QueryClient;
const plainFetch = globalThis.fetch;

beforeEach(async () => {
  fixture = fixtureServer();
  await new Promise<void>((resolve) => (fixture.server as Server).listen(0, '127.0.0.1', resolve));
  const { port } = fixture.server.address() as AddressInfo;
  // The page and its API share an origin; here the origin is the fixture's.
  globalThis.fetch = (path, init) => {
    const { signal: _jsdomSignal, ...rest } = init ?? {};
    return plainFetch(`http://127.0.0.1:${port}${String(path)}`, rest);
  };
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await client.fetchQuery(queueQuery);
  await client.fetchQuery(conversationQuery('c-fraud'));
});

afterEach(() => {
  globalThis.fetch = plainFetch;
  client.clear();
  fixture.server.close();
  fixture.server.closeAllConnections();
});

function wrapper({ children }: { children: ReactNode }) {
  return (
    <KitProviders client={client}>
      <MeProvider me={me as never}>{children}</MeProvider>
    </KitProviders>
  );
}
const detail = () => client.getQueryData<ConversationDetail>(keys.conversation('c-fraud'));
const inQueue = () =>
  client.getQueryData<Items<QueueItem>>(keys.queue)?.items.find((item) => item.conversationId === 'c-fraud');

describe('claiming', () => {
  it('shows the conversation as mine before the platform has answered, and keeps it so', async () => {
    const { result } = renderHook(() => useClaim(), { wrapper });
    act(() => result.current.mutate({ id: 'c-fraud', name: 'Asha Menon', version: 3 }));
    await waitFor(() => expect(detail()?.assignedTo?.id).toBe('s-1'));
    expect(inQueue()?.assignedTo?.id).toBe('s-1');
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(detail()).toMatchObject({ owner: 'AGENT', version: 4 });
  });

  it('is rolled back when a colleague was faster, and says who it was', async () => {
    fixture.state.world.step(
      'c-fraud',
      { version: 3 },
      (c: object) => Object.assign(c, { owner: 'AGENT', assignedTo: 's-2' }),
      'assignment',
    );
    const { result } = renderHook(() => useClaim(), { wrapper });
    act(() => result.current.mutate({ id: 'c-fraud', name: 'Asha Menon', version: 3 }));
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(detail()?.assignedTo).toBeUndefined();
    expect(detail()?.owner).toBe('QUEUE');
    await waitFor(() => expect(document.body.textContent).toContain('Arjun Bhatt has this conversation now'));
  });
});

describe('a reply that was not sent', () => {
  const none: never[] = [];
  it('is tried again under the same id and arrives once', async () => {
    fixture.state.world.failNextMessage = true;
    const { result } = renderHook(() => useOutgoing('c-mine', none));
    act(() => sendReply('c-mine', 'On its way.'));
    await waitFor(() => expect(result.current[0]?.state).toBe('failed'));
    const failed = result.current[0];
    if (!failed) throw new Error('the failed reply is gone');
    expect(failed.problem?.title).toBe('The platform could not answer');
    act(() => retryReply('c-mine', failed));
    await waitFor(() => expect(result.current[0]?.state).toBe('sent'));
    act(() => retryReply('c-mine', failed));
    await waitFor(() => expect(result.current[0]?.state).toBe('sent'));
    const stored = fixture.state.world
      .detail('c-mine')
      .messages.filter((each: { text: string }) => each.text === 'On its way.');
    expect(stored).toHaveLength(1);
    act(() => discardReply('c-mine', failed.clientMessageId));
    expect(result.current).toEqual([]);
  });
});
