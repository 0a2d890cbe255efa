// Somebody without a mouse: presses keys, types, looks where the keyboard is. Nothing here clicks or sets a focus.
import { hold } from './journey.mjs';

export class Keyboard {
  /** Keys that were pressed, and letters that were typed, by now. */
  pressed = 0;
  typed = 0;

  constructor(page) {
    this.page = page;
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.pressed += 1;
    }
  }

  /** Letter by letter; a sentence comes in one piece, as from an input method. */
  async type(text) {
    if (text.length > 40) await this.page.keyboard.insertText(text);
    else await this.page.keyboard.type(text);
    this.typed += [...text].length;
  }

  /**
   * Tab until what has the keyboard is called that.
   *
   * @param name its label, or `group: label` where several in a form are called the same
   */
  async tabTo(name, { within = 60, back = false } = {}) {
    const passed = [];
    for (let tabs = 0; tabs <= within; tabs += 1) {
      const here = await this.here();
      if (here.name === name || `${here.group}: ${here.name}` === name) return;
      passed.push(here.group ? `${here.group}: ${here.name}` : here.name);
      await this.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`the keyboard never reached “${name}”; it was at ${passed.join(' | ')}`);
  }

  /** Writes into the field of that name. */
  async write(name, text) {
    await this.tabTo(name);
    await this.type(text);
  }

  /** Chooses in the list of that name by typing, as browsers let one. */
  async choose(name, text) {
    await this.write(name, text);
    const shown = await this.page.evaluate(() => {
      const list = document.activeElement;
      return list instanceof HTMLSelectElement ? list.selectedOptions[0]?.textContent : undefined;
    });
    hold(shown?.toLowerCase().startsWith(text.toLowerCase()), `“${name}” is “${shown}”, not “${text}”`);
  }

  /** Until what has the keyboard fulfils that. */
  async until(what, fits) {
    await this.page.waitForFunction(fits, undefined, { timeout: 10_000 }).catch(async () => {
      const here = await this.here();
      throw new Error(`${what}: the keyboard is at “${here.name}”`);
    });
  }

  here() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const words = (text) => (text ?? '').replace(/\*|missing|\(optional\)/g, '').replace(/\s+/g, ' ').trim();
      const group = element?.closest('fieldset[aria-label], fieldset[aria-labelledby]');
      const heading = document.getElementById(group?.getAttribute('aria-labelledby') ?? '');
      return {
        name: words(
          element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent,
        ).slice(0, 80),
        group: words(group?.getAttribute('aria-label') ?? heading?.textContent),
      };
    });
  }
}
