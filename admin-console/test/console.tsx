import type { AddressInfo } from 'node:net';
import { KitProviders, newQueryClient } from '@openteller/web-kit';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { cleanup, render } from '@testing-library/react';
import { newRouter } from '../src/app/router.tsx';
import { SessionGate } from '../src/app/session-gate.tsx';
import { fixtureServer } from './fixture/server.mjs';
// The code of pages is loaded when they are opened; here it is loaded before the clock of a test runs.
import '../src/features/connectors/connector-page.tsx';
import '../src/features/connectors/connectors-page.tsx';
import '../src/features/models/models-page.tsx';
import '../src/features/models/routes/route-page.tsx';
import '../src/features/operations/operations-page.tsx';
import '../src/features/plugins/approvals/approvals-page.tsx';
import '../src/features/plugins/catalogue/catalogue-page.tsx';
import '../src/features/plugins/detail/plugin-page.tsx';
import '../src/features/procedures/list/procedures-page.tsx';
import '../src/features/procedures/procedure-page.tsx';

interface Opened {
  /** The fixture's state, to look at what became of it. */
  // biome-ignore lint/suspicious/noExplicitAny: the fixture is plain JavaScript
  world: any;
  /** Ends the server and takes the page away. */
  close: () => void;
}

/** The whole console at an address, on a fixture of its own. */
export async function openConsole(
  path: string,
  options: { empty?: boolean; role?: string; before?: (world: Opened['world']) => void } = {},
): Promise<Opened> {
  const { server, state } = fixtureServer(options);
  const { world } = state as { world: Opened['world'] };
  options.before?.(world);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const realFetch = globalThis.fetch;
  // A page knows its own origin; here the fixture is the origin.
  globalThis.fetch = (address, init) =>
    realFetch(`http://127.0.0.1:${port}${String(address)}`, { ...init, signal: null });
  const router = newRouter(createMemoryHistory({ initialEntries: [`/admin${path}`] }));
  const client = newQueryClient();
  render(
    <KitProviders client={client}>
      <SessionGate>
        <RouterProvider router={router} />
      </SessionGate>
    </KitProviders>,
  );
  return {
    world,
    close: () => {
      cleanup();
      client.clear();
      globalThis.fetch = realFetch;
      server.close();
      server.closeAllConnections();
    },
  };
}
