import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const platform = process.env.OPENTELLER_PLATFORM ?? 'http://127.0.0.1:8080';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  // The form library re-exports a test helper that wants a validator which compiles code; our policy forbids that one.
  resolve: {
    alias: { '@rjsf/validator-ajv8': here('./src/features/plugins/form/no-compiled-validator.ts') },
  },
  // The platform replaces this with a fresh nonce each time it serves the page.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: 'dist', sourcemap: false, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': platform, '/auth': platform } },
});
