// Two builds: the chat first, because the launcher carries the chat's hashed file name.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const JSX = `import { h, Fragment } from 'preact';`;
/** Calls of Preact's own `h`: the automatic runtime would bring a second maker of nodes, and name every child. */
const withH = {
  name: 'with-h',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('.tsx') ? JSX + code : undefined),
};
/**
 * Notes for a later bundler, of which there is none (hundreds, and each stands between two texts that look alike), and
 * switches for `light-dark()`, which the style sheet does not use.
 */
const withoutLeftovers = {
  name: 'without-leftovers',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      file.code &&= file.code
        .replace(/(\w?)\/\* @__PURE__ \*\/ /g, (_, word) => (word ? `${word} ` : ''))
        .replace(/--lightningcss-(?:light|dark):(?:initial| );/g, '');
    }
  },
};
const shared = {
  root,
  plugins: [withH, withoutLeftovers],
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
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
