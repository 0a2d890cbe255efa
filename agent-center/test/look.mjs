// `npm run look`: drives the build in Chromium, writes screenshots to test/out, fails on axe findings, console errors or policy violations.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { fixtureServer } from './fixture/server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = fileURLToPath(new URL('./out/', import.meta.url));
const only = process.argv[2];
if (!only) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  return execFileSync('sh', ['-c', names.map((name) => `command -v ${name}`).join(' || ')], {
    encoding: 'utf8',
  }).trim();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? findChromium(),
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** name, path, what to do before the picture; the fixture starts anew for each. */
const scenes = [
  { name: 'live', path: '/live' },
  {
    name: 'queue',
    path: '/queue',
    act: async (page) => {
      await page.locator('main article').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
    },
  },
  {
    name: 'story',
    path: '/live',
    act: async (page) => {
      await page.click('[data-story="c-fraud"]');
      await page.getByText('Already tried').waitFor();
    },
  },
  { name: 'thread-waiting', path: '/queue/c-fraud' },
  {
    name: 'thread-mine',
    path: '/mine/c-mine',
    act: async (page) => {
      await page.keyboard.press('r');
      await page.keyboard.type('Thank you, that is all I need.');
    },
  },
  {
    name: 'thread-note',
    path: '/mine/c-mine',
    act: async (page) => {
      await page.keyboard.press('n');
      await page.keyboard.type('Waiting for the merchant.');
    },
  },
  { name: 'thread-hindi', path: '/queue/c-hardship' },
  {
    name: 'customer',
    path: '/queue/c-fraud',
    act: async (page) => page.getByText('Customer 360').first().click(),
  },
  {
    name: 'customer-activity',
    path: '/queue/c-fraud',
    act: async (page) => {
      await page.getByText('Customer 360').first().click();
      await page.getByRole('tab', { name: 'Activity' }).click();
    },
  },
  {
    name: 'customer-error',
    path: '/live/c-a2',
    before: (state) => state.world.failing.add('/customer'),
    errors: true,
    act: async (page) => page.getByText('BANK_UNAVAILABLE').waitFor({ timeout: 9_000 }),
  },
  {
    name: 'palette',
    path: '/live',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.waitForTimeout(300);
      await page.keyboard.type('as');
    },
  },
  { name: 'help', path: '/mine/c-mine', act: async (page) => page.keyboard.press('?') },
  { name: 'claimed', path: '/queue/c-fraud', act: async (page) => page.keyboard.press('c') },
  { name: 'resolve', path: '/mine/c-mine', act: async (page) => page.keyboard.press('e') },
  { name: 'transfer', path: '/mine/c-mine', act: async (page) => page.keyboard.press('a') },
  {
    name: 'profile',
    path: '/live',
    act: async (page) => page.getByRole('button', { name: /Profile and settings/ }).click(),
  },
  {
    name: 'send-failed',
    path: '/mine/c-mine',
    errors: true,
    before: (state) => {
      state.world.failNextMessage = true;
    },
    act: async (page) => {
      await page.keyboard.press('r');
      await page.keyboard.type('Got it.');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Not sent').waitFor();
    },
  },
  { name: 'empty-queue', path: '/queue', empty: true },
  { name: 'empty-live', path: '/live', empty: true },
  {
    name: 'no-match',
    path: '/live',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('zzz');
    },
  },
  {
    name: 'error-queue',
    path: '/queue',
    errors: true,
    before: (state) => state.world.failing.add('/desk/queue'),
    act: async (page) => page.getByText('The queue could not be loaded').waitFor({ timeout: 9_000 }),
  },
  {
    name: 'loading',
    path: '/live',
    before: (state) => {
      state.delay = 2_500;
    },
    quick: true,
  },
  {
    name: 'held',
    path: '/queue',
    act: async (page, state) => {
      await page.hover('main article >> nth=1');
      state.world.put({
        ...state.world.get('c-person'),
        id: 'c-new',
        name: 'Tara Joseph',
        reason: 'SELF_HARM',
        priority: 1,
        owner: 'QUEUE',
        waited: 0,
        why: 'Words that point to self-harm',
      });
      state.world.changed(state.world.get('c-new'), 'owner');
      await page.waitForTimeout(700);
    },
  },
  { name: 'approvals', path: '/approvals', act: async (page) => page.getByText('Tarang Traders').waitFor() },
  { name: 'approvals-empty', path: '/approvals', empty: true },
  {
    name: 'approvals-decided',
    path: '/approvals',
    act: async (page) => {
      await page.getByText('Decided', { exact: true }).click();
      await page.getByText('Nobody decided').waitFor();
    },
  },
  {
    name: 'approvals-decline',
    path: '/approvals',
    act: async (page) => {
      await page.getByRole('button', { name: 'Decline' }).first().click();
      await page.getByLabel('Reason').fill('Not this customer’s payment');
      await page
        .getByLabel('Words to the customer')
        .fill('The shop has paid it back already; look at the 3rd.');
    },
  },
  {
    name: 'approvals-evidence',
    path: '/approvals',
    act: async (page) => {
      await page.getByRole('button', { name: 'What was said' }).first().click();
      await page.getByRole('region', { name: 'What was said' }).waitFor();
    },
  },
  {
    name: 'phone-approvals-decline',
    path: '/approvals',
    phone: true,
    act: async (page) => {
      await page.getByRole('button', { name: 'Decline' }).first().click();
      await page.getByLabel('Reason').fill('Not this customer’s payment');
    },
  },
  // What the pictures cannot show by themselves: each of these fails the look when the words do not come.
  {
    name: 'does-message-arrive',
    path: '/mine/c-mine',
    act: async (page, state) => {
      state.world.say('c-mine', 'CUSTOMER', 'Are you still there?');
      await page.getByRole('log').getByText('Are you still there?').waitFor();
    },
  },
  {
    name: 'does-agreeing-let-it-go-on',
    path: '/approvals',
    act: async (page, state) => {
      await page.getByRole('button', { name: 'Agree' }).click();
      await page.getByText('Agreed. It goes on now.').waitFor();
      await page.getByText('Tarang Traders').waitFor({ state: 'detached' });
      if (state.world.approvals[0].state !== 'AGREED') throw new Error('the platform was not told');
    },
  },
  {
    name: 'does-declining-need-a-reason',
    path: '/approvals',
    act: async (page, state) => {
      await page.getByRole('button', { name: 'Decline' }).first().click();
      const dialog = page.getByRole('dialog');
      if (await dialog.getByRole('button', { name: 'Decline' }).isEnabled())
        throw new Error('no reason was needed');
      await page.getByLabel('Reason').fill('It was paid back already');
      await dialog.getByRole('button', { name: 'Decline' }).click();
      await page.getByText('Declined. Nothing is done.').waitFor();
      if (state.world.approvals[0].decidedReason !== 'It was paid back already')
        throw new Error('no reason was given');
    },
  },
  {
    name: 'does-conflict-name-who',
    path: '/queue/c-fraud',
    errors: true,
    act: async (page, state) => {
      // A colleague was faster and the hint has not come yet.
      Object.assign(state.world.get('c-fraud'), { owner: 'AGENT', assignedTo: 's-2', version: 9 });
      await page.keyboard.press('c');
      await page.getByText('Arjun Bhatt has this conversation now').waitFor();
      await page.getByText('Arjun Bhatt is answering').waitFor();
    },
  },
  {
    name: 'do-keys-open',
    path: '/queue',
    act: async (page) => {
      await page.locator('main article').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.waitForTimeout(150);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/queue/c-hardship');
      await page.keyboard.press('g');
      await page.keyboard.press('m');
      await page.waitForURL('**/mine');
    },
  },
  {
    name: 'does-resolve-go-on',
    path: '/mine/c-mine',
    act: async (page, state) => {
      state.world.step(
        'c-complaint',
        { version: 3 },
        (c) => Object.assign(c, { owner: 'AGENT', assignedTo: 's-1' }),
        'assignment',
      );
      await page.locator('main').getByText('Farah Sheikh').waitFor();
      await page.keyboard.press('Control+e');
      await page.waitForURL('**/mine/c-complaint');
      if (state.world.get('c-mine').owner !== 'CLOSED') throw new Error('not resolved');
    },
  },
  {
    name: 'does-undo-release',
    path: '/live/c-a2',
    act: async (page, state) => {
      await page.keyboard.press('t');
      await page.getByText('You took over Suresh Patil').waitFor();
      await page.keyboard.press('z');
      await page.getByText('The assistant goes on with Suresh').waitFor();
      if (state.world.get('c-a2').owner !== 'ASSISTANT') throw new Error('not released');
    },
  },
  {
    name: 'does-offline-show',
    path: '/live',
    errors: true,
    act: async (page, _state, server) => {
      server.close();
      server.closeAllConnections();
      await page.getByText(/(Reconnecting|Offline) · data/).waitFor();
    },
  },
  { name: 'phone-live', path: '/live', phone: true },
  { name: 'phone-queue', path: '/queue', phone: true },
  { name: 'phone-thread', path: '/mine/c-mine', phone: true },
  {
    name: 'phone-story',
    path: '/live',
    phone: true,
    act: async (page) => {
      await page.click('[data-story="c-fraud"]');
      await page.getByText('Already tried').waitFor();
    },
  },
  {
    name: 'phone-context',
    path: '/queue/c-fraud',
    phone: true,
    act: async (page) => page.getByRole('button', { name: 'Customer panel' }).click(),
  },
  { name: 'phone-me', path: '/me', phone: true },
  { name: 'phone-approvals', path: '/approvals', phone: true },
  { name: 'tablet-thread', path: '/queue/c-fraud', size: { width: 1024, height: 768 } },
];

let failures = 0;
const fail = (what) => {
  failures += 1;
  console.error(`FAIL ${what}`);
};

async function shoot(scene, colorScheme, bypassCSP) {
  const { server, state, reset } = fixtureServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${server.address().port}/agent`;
  reset({ empty: scene.empty === true });
  scene.before?.(state);
  const context = await browser.newContext({
    viewport: scene.phone ? PHONE : (scene.size ?? DESKTOP),
    colorScheme,
    bypassCSP,
    reducedMotion: 'reduce',
    hasTouch: scene.phone === true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const errors = [];
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text().slice(0, 300)),
  );
  page.on('pageerror', (error) => errors.push(String(error).slice(0, 300)));
  const title = `${scene.name}-${colorScheme}`;
  try {
    await page.goto(base + scene.path);
    await page.waitForTimeout(scene.quick ? 3_400 : 500);
    // Keys pressed before the conversation is there would go nowhere.
    if (scene.path.split('/').length > 2)
      await page.locator('section[aria-label^="Conversation with"]').waitFor();
    await scene.act?.(page, state, server);
    await page.waitForTimeout(500);
    if (bypassCSP) await check(page, title);
    else {
      await page.screenshot({ path: `${out}${title}.png` });
      const real = scene.errors ? errors.filter((text) => !text.includes('Failed to load resource')) : errors;
      if (real.length > 0) fail(`${title} console: ${real.join(' | ')}`);
    }
  } catch (error) {
    await page.screenshot({ path: `${out}${title}-broken.png` });
    fail(`${title}: ${String(error).slice(0, 400)}`);
  }
  await context.close();
  server.close();
  server.closeAllConnections();
}

async function check(page, title) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  for (const each of violations) {
    fail(
      `${title} axe ${each.id} (${each.nodes.length}): ${each.nodes[0].html.slice(0, 180)} :: ${each.nodes[0].failureSummary?.replace(/\s+/g, ' ').slice(0, 220)}`,
    );
  }
}

const jobs = scenes
  .filter((scene) => !only || scene.name.startsWith(only))
  .flatMap((scene) => (scene.phone ? ['light'] : ['light', 'dark']).map((scheme) => ({ scene, scheme })))
  .flatMap((job) =>
    (job.scene.quick ? [false] : [false, true]).map((bypass) => () => shoot(job.scene, job.scheme, bypass)),
  );
// Each scene has its own server, so a few can run side by side.
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job();
  }),
);
await browser.close();
console.log(failures === 0 ? 'look: nothing to complain about' : `look: ${failures} findings`);
process.exit(failures === 0 ? 0 : 1);
