// What a bank's page pays: the launcher on every visit; the chat, in one language, when it is first wanted.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LAUNCHER_LIMIT = 2 * 1024;
const CHAT_LIMIT = 25 * 1024;
const dist = new URL('./dist/', import.meta.url);
const files = readdirSync(dist);
const gzipped = (name) => gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length;
const only = (pattern) => {
  const found = files.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`dist/ must hold exactly one ${pattern}, it holds ${found.length}`);
  return found[0];
};
let failed = false;
const check = (name, size, limit) => {
  failed ||= size > limit;
  console.log(`${size > limit ? 'TOO BIG' : 'ok     '} ${name}: ${size} of ${limit} bytes gzipped`);
};

const launcher = only(/^widget\.js$/);
const chat = only(/^chat-[\w-]{8}\.js$/);
const languages = ['en', 'hi', 'ar'].map((language) => only(new RegExp(`^chat-${language}-[\\w-]{8}\\.js$`)));
check(launcher, gzipped(launcher), LAUNCHER_LIMIT);
for (const file of languages) check(`${chat} with ${file}`, gzipped(chat) + gzipped(file), CHAT_LIMIT);
const strangers = files.filter((name) => ![launcher, chat, ...languages].includes(name));
if (strangers.length > 0) {
  console.error(`nothing else belongs in dist/: ${strangers.join(', ')}`);
  failed = true;
}
process.exit(failed ? 1 : 0);
