import '@openteller/web-kit/styles';
import './app/app.css';
import { KitProviders, newQueryClient } from '@openteller/web-kit';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { NewVersion } from './app/new-version.tsx';
import { router } from './app/router.tsx';
import { SessionGate } from './app/session-gate.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <KitProviders client={newQueryClient()}>
        <NewVersion />
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </KitProviders>
    </StrictMode>,
  );
}
