import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@rjsf/validator-ajv8': fileURLToPath(
        new URL('./src/features/plugins/form/no-compiled-validator.ts', import.meta.url),
      ),
    },
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    // The form library imports without file endings, which Node by itself does not resolve.
    server: { deps: { inline: [/@rjsf/] } },
  },
});
