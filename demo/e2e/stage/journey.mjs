// One journey: a name, steps that can be read, facts as JSON on stdout, and an exit code.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityFindings } from './axe.mjs';
import { launch, watch } from './browser.mjs';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** @param play does the steps on the stage and returns the facts that the caller may check */
export async function journey(name, play) {
  const begin = Date.now();
  let stage;
  try {
    stage = new Stage(name, await launch());
    const facts = await play(stage);
    stage.refuseTrouble();
    console.log(JSON.stringify({ journey: name, millis: Date.now() - begin, ...stage.checked(), ...facts }));
  } catch (failure) {
    await stage?.photographFailure();
    console.error(`FAILED ${name} at "${stage?.now ?? 'launching the browser'}": ${failure.message}`);
    for (const one of stage?.trouble ?? []) console.error(`  ${one}`);
    process.exitCode = 1;
  } finally {
    await stage?.browser.close();
  }
}

class Stage {
  now = 'start';
  trouble = [];
  #name;
  #pictures = [];
  #looks = 0;
  #shots = setting('OPENTELLER_E2E_SCREENSHOTS');

  constructor(name, browser) {
    this.#name = name;
    this.browser = browser;
    this.origin = setting('OPENTELLER_E2E_URL');
    mkdirSync(this.#shots, { recursive: true });
  }

  /** A person with a browser of their own: nothing is shared with the others. */
  async person({ viewport = DESK, locale = 'en-GB', expected = () => false } = {}) {
    const context = await this.browser.newContext({
      viewport,
      locale,
      baseURL: this.origin,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    await watch(context, this.origin, this.trouble, expected);
    return context.newPage();
  }

  async step(what, act) {
    this.now = what;
    const begin = Date.now();
    const result = await act();
    console.error(`  ${this.#name}: ${what} (${Date.now() - begin} ms)`);
    return result;
  }

  /** Pictures for people and axe, in both themes; `phone` adds the narrow width. */
  async look(page, step, { phone = false } = {}) {
    const sizes = [{ width: '', viewport: DESK }];
    if (phone) sizes.push({ width: '-phone', viewport: PHONE });
    for (const { width, viewport } of sizes) {
      await page.setViewportSize(viewport);
      for (const theme of ['dark', 'light']) {
        await page.emulateMedia({ colorScheme: theme });
        await settled(page);
        await this.#photograph(page, `${step}${width}-${theme}`);
        const findings = await accessibilityFindings(page);
        this.#looks++;
        this.trouble.push(...findings.map((finding) => `axe, ${step}${width} ${theme}: ${finding}`));
      }
    }
    await page.setViewportSize(DESK);
  }

  checked() {
    return { screenshots: this.#pictures, accessibilityChecks: this.#looks };
  }

  refuseTrouble() {
    this.now = 'what the pages complained about';
    if (this.trouble.length > 0) throw new Error(`${this.trouble.length} complaints`);
  }

  async photographFailure() {
    const pages = this.browser.contexts().flatMap((context) => context.pages());
    for (const [at, page] of pages.entries()) {
      await this.#photograph(page, `failed-${at + 1}`).catch(() => {});
    }
  }

  async #photograph(page, step) {
    const path = join(this.#shots, `${this.#name}-${step}.png`);
    await page.screenshot({ path });
    this.#pictures.push(path);
  }
}

/** Layout after a change of size or theme, fonts, and transitions that a page still runs. */
async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const running = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    const limit = new Promise((resolve) => setTimeout(resolve, 1_000));
    await Promise.race([Promise.allSettled(running.map((one) => one.finished)), limit]);
  });
}

/** @returns the demo's way in for a member of that bank whose roles are exactly these: the first, or the one at that place */
export function staffMember(bank, role, place = 0) {
  const all = JSON.parse(readFileSync(setting('OPENTELLER_E2E_SIGN_INS'), 'utf8'));
  const found = all.filter((one) => one.bank === bank && one.role === role)[place];
  if (!found) throw new Error(`no ${role} ${place} of ${bank} among the demo sign-ins`);
  return found;
}

export function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** Fails with the sentence unless it holds. */
export function hold(condition, sentence) {
  if (!condition) throw new Error(sentence);
}
