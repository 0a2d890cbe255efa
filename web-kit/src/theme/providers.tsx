import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { CommandProvider } from '../keys/command-provider.tsx';
import { readableColours } from './contrast.ts';
import { theme } from './theme.ts';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'openteller.color-scheme' });

/** The nonce that the server wrote into the page for this answer; styles without it do not apply under our policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

// The scroll lock of dialogs writes its own style element and reads the nonce from this well-known global.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

/** Answers stay on screen while they are refetched; only failures that may pass are tried again. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && asProblem(error).worthRetrying,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

/** Theme, data and commands for a whole console. Mount once, at the root. */
export function KitProviders({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={styleNonce}
      cssVariablesResolver={readableColours}
    >
      <QueryClientProvider client={client}>
        <CommandProvider>
          <ModalsProvider>
            <Notifications position="bottom-left" limit={4} />
            {children}
          </ModalsProvider>
        </CommandProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
