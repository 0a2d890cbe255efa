// Drives the built widget in a real browser on a site of another origin: pictures for people to look at, and axe on each of them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { Platform } from '../server/platform.mjs';
import { startSite } from '../server/site.mjs';
import { SCENES } from './scenes.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = fileURLToPath(new URL('../../.look/', import.meta.url));
const DESK = { width: 900, height: 820 };
const PHONE = { width: 390, height: 844 };
const wanted = process.argv[2];

mkdirSync(out, { recursive: true });
const platform = await new Platform().start();
const site = await startSite(platform.origin);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? onPath('chromium'),
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
let failures = 0;
const complain = (scene, what) => {
  failures++;
  console.error(`FAIL ${scene}: ${what}`);
};

for (const scene of SCENES) {
  if (wanted && !scene.name.includes(wanted)) continue;
  const context = await browser.newContext({
    viewport: scene.phone ? PHONE : DESK,
    deviceScaleFactor: scene.phone ? 2 : 1.5,
    hasTouch: !!scene.phone,
    colorScheme: scene.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    bypassCSP: false,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complain(scene.name, error.message));
  page.on('console', (line) => {
    if (/Content Security Policy|Trusted/i.test(line.text())) complain(scene.name, line.text());
  });
  platform.pace = 60;
  platform.failing = {};
  platform.accentColor = scene.accent;
  const chat = page.locator('openteller-widget');
  try {
    await page.goto(`${site.origin}/?${scene.query ?? ''}`);
    await scene.play({ page, chat, platform, context });
    await page.waitForTimeout(250);
    await page.screenshot({ path: `${out}${scene.name}.png` });
    await scene.check?.({ page, chat, platform });
    const found = await axeOn(page);
    for (const { id, nodes } of found)
      complain(
        scene.name,
        `axe ${id}: ${nodes
          .map((n) => n.html)
          .join(' | ')
          .slice(0, 600)}`,
      );
    console.log(`ok   ${scene.name}`);
  } catch (error) {
    await page.screenshot({ path: `${out}${scene.name}.png` });
    complain(scene.name, error.message);
  }
  await context.close();
}
await browser.close();
await site.stop();
await platform.stop();
process.exit(failures > 0 ? 1 : 0);

/** Through the debugging protocol, which the page's own policy does not stop. */
async function axeOn(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const results = await globalThis.axe.run('openteller-widget', {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    });
    return results.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  });
}

function onPath(program) {
  return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
}
