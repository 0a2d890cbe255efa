// The browser, and what every page of a journey is held to: no console errors, no policy violations.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export function launch() {
  return chromium.launch({
    executablePath: find(),
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
}

function find() {
  const { CHROMIUM, PATH = '' } = process.env;
  const candidates = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  const found = [CHROMIUM, ...candidates].find((file) => file && isProgram(file));
  if (found) return found;
  throw new Error("Chromium is needed for the browser journeys: install the package 'chromium' or set CHROMIUM");
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes down what goes wrong on our own pages; the sign-in server's pages are not ours.
 *
 * @param expected an answer that is part of the journey, such as the 401 that leads to the sign-in page
 */
export async function watch(context, origin, trouble, expected) {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`);
    });
  });
  context.on('console', (line) => {
    const at = line.location().url || line.page()?.url() || '';
    if (line.type() !== 'error' || !at.startsWith(origin) || expected(line.text(), at)) return;
    trouble.push(`console error: ${line.text()} (${at})`);
  });
  context.on('weberror', (failure) => {
    if (failure.page()?.url().startsWith(origin)) trouble.push(`uncaught: ${failure.error().stack ?? failure.error()}`);
  });
}
