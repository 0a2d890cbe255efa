// Two builds: the chat first, because the launcher carries the chat's hashed file name.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const shared = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
};

const chat = await build({
  ...shared,
  build: {
    target: 'es2022',
    emptyOutDir: true,
    lib: { entry: 'src/chat/mount.tsx', formats: ['es'], fileName: 'chat' },
    rolldownOptions: {
      output: { entryFileNames: 'chat-[hash].js', chunkFileNames: 'chat-[name]-[hash].js', minify: true },
    },
  },
});
const chatFile = [chat].flat()[0].output.find((file) => file.isEntry).fileName;

// A classic script, not a module: only there does `document.currentScript` tell which tag, with which attributes, it is.
await build({
  ...shared,
  define: { ...shared.define, CHAT_FILE: JSON.stringify(chatFile) },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: {
      entry: 'src/launcher/launcher.ts',
      formats: ['iife'],
      name: 'opentellerLauncher',
      fileName: () => 'widget.js',
    },
    rolldownOptions: { output: { minify: true } },
  },
});
