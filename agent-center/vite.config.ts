import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const platform = process.env.OPENTELLER_PLATFORM ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/agent/',
  plugins: [react()],
  // The platform replaces this with a fresh nonce each time it serves the page.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: 'dist', sourcemap: false, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': platform, '/auth': platform } },
});
