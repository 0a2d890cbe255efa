// `npm run look [scene]`: drives the build in Chromium, writes pictures to test/out, fails on axe findings, console errors or policy violations.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { fixtureServer } from './fixture/server.mjs';
import { scenes } from './scenes.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = fileURLToPath(new URL('./out/', import.meta.url));
const only = process.argv[2];
if (!only) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
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
let failures = 0;
const fail = (what) => {
  failures += 1;
  console.error(`FAIL ${what}`);
};

/** @param withAxe checks instead of taking a picture; injecting axe needs the policy off, so the two are separate runs */
async function shoot(scene, colorScheme, withAxe) {
  const { server, state } = fixtureServer(scene.world);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  scene.before?.(state);
  const context = await browser.newContext({
    viewport: scene.phone ? PHONE : (scene.size ?? DESKTOP),
    colorScheme,
    bypassCSP: withAxe,
    reducedMotion: 'reduce',
    hasTouch: scene.phone === true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const errors = [];
  page.on(
    'console',
    (said) => ['error', 'warning'].includes(said.type()) && errors.push(said.text().slice(0, 300)),
  );
  page.on('pageerror', (error) => errors.push(String(error).slice(0, 300)));
  const title = `${scene.name}-${colorScheme}`;
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/admin${scene.path}`);
    await page.waitForSelector(scene.ready ?? 'h1');
    await page.waitForTimeout(700);
    await scene.act?.(page, state);
    await page.waitForTimeout(450);
    if (withAxe) await check(page, title);
    else {
      await page.screenshot({ path: `${out}${title}.png`, fullPage: false });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) fail(`${title}: the page is ${wide} px too wide`);
      const real = scene.errors ? errors.filter((text) => !text.includes('Failed to load resource')) : errors;
      if (real.length > 0) fail(`${title} console: ${real.join(' | ')}`);
    }
  } catch (error) {
    await page.screenshot({ path: `${out}${title}-broken.png` });
    fail(`${title}: ${String(error).slice(0, 400)} ${errors.join(' | ')}`);
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
    const [first] = each.nodes;
    fail(
      `${title} axe ${each.id} (${each.nodes.length}): ${first.html.slice(0, 180)} :: ${first.failureSummary?.replace(/\s+/g, ' ').slice(0, 220)}`,
    );
  }
}

const jobs = scenes
  .filter((scene) => !only || new RegExp(only).test(scene.name))
  .flatMap((scene) => (scene.phone ? ['light'] : ['light', 'dark']).map((scheme) => ({ scene, scheme })))
  .flatMap(({ scene, scheme }) =>
    (scene.quick ? [false] : [false, true]).map((withAxe) => () => shoot(scene, scheme, withAxe)),
  );
// Each scene has a server of its own, so a few can run side by side.
await Promise.all(
  Array.from({ length: 3 }, async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job();
  }),
);
await browser.close();
console.log(failures === 0 ? 'look: nothing to complain about' : `look: ${failures} findings`);
process.exit(failures === 0 ? 0 : 1);
