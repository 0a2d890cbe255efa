// The console's builder of procedures, as somebody works in it who has no mouse: docs/procedure-builder.md has its keys.
import { hold } from './journey.mjs';

/** The builder of procedures on its canvas, by its own keys. */
export class Builder {
  constructor(keys) {
    this.keys = keys;
    this.page = keys.page;
  }

  /** Adds after the chosen step, by the first way that leads nowhere. */
  async add(words, fill) {
    await this.#search('n', words);
    await this.keys.press(fill ? 'Shift+Enter' : 'Enter');
    const name = words.split(' as ')[1];
    await this.#chosen(name);
    if (!fill) return this.onCanvas();
    await this.#inDetails();
    await fill();
    return this.back();
  }

  /** Leads the first open way of the chosen step to one that is there. */
  async lead(id) {
    await this.#search('n', `to ${id}`);
    await this.keys.press('Enter');
    await this.onCanvas();
  }

  async goTo(id, andOpen = false) {
    await this.#search('f', id);
    await this.keys.press(andOpen ? 'Shift+Enter' : 'Enter');
    await this.#chosen(id);
    await (andOpen ? this.#inDetails() : this.onCanvas());
  }

  async says(group, { en, hi }) {
    await this.keys.write(`${group}: English`, en);
    await this.keys.write(`${group}: Hindi`, hi);
  }

  fact = (name, value) => this.#line('Facts for the colleague', ['Called', 'shows'], [name, value]);
  sets = (name, value) => this.#line('Sets variables', ['Variable', 'gets'], [name, value]);

  async back() {
    await this.keys.press('Escape');
    await this.onCanvas();
  }

  /** From wherever a list or a panel left the keyboard. */
  async toCanvas() {
    const there = await this.page.evaluate(() => document.activeElement?.classList.contains('react-flow'));
    if (!there) await this.back();
  }

  onCanvas() {
    return this.keys.until('back on the canvas', () =>
      document.activeElement?.classList.contains('react-flow'),
    );
  }

  async #search(key, words) {
    await this.keys.press(key);
    await this.keys.until(
      'the search has the keyboard',
      () => document.activeElement?.getAttribute('aria-label') === 'Find a step',
    );
    await this.keys.type(words);
    await this.page.locator('#node-picker [role=option]').first().waitFor();
  }

  async #chosen(id) {
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
    const heading = this.page.locator('[data-inspector] h2');
    await this.page.locator(`[data-inspector="${id}"]`).waitFor();
    hold((await heading.innerText()) === id, `${await heading.innerText()} is chosen, not ${id}`);
  }

  #inDetails() {
    return this.keys.until('in the details', () => document.activeElement?.closest('[data-inspector]'));
  }

  async #line(group, labels, values) {
    await this.keys.tabTo(`${group}: Add a line`);
    await this.keys.press('Enter');
    await this.keys.until('the new line', () => document.activeElement?.closest('[data-row]'));
    await this.keys.type(values[0]);
    await this.keys.write(`${group}: ${labels[1]}`, values[1]);
  }
}
