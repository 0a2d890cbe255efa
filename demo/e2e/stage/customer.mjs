// A customer on a demo bank's website, with the widget as they see it.
import { hold } from './journey.mjs';

export class Customer {
  constructor(page, bank) {
    this.page = page;
    this.bank = bank;
    this.widget = page.locator('openteller-widget');
    this.panel = this.widget.getByRole('dialog');
    this.log = this.panel.getByRole('log');
    /** What the bank's side said, oldest first. */
    this.replies = this.log.locator('.theirs .bubble');
  }

  async visit() {
    await this.page.goto(`/demo/${this.bank}`);
  }

  async signIn(ref) {
    await this.page.locator(`#customer option[value="${ref}"]`).waitFor({ state: 'attached' });
    await this.page.selectOption('#customer', ref);
    await this.page.getByText(/^Signed in as /, { exact: false }).filter({ hasText: 'The assistant knows' }).waitFor();
  }

  /** @returns the id of the conversation and its token, as the widget keeps them */
  async openChat() {
    const started = this.page.waitForResponse((one) => one.url().endsWith('/api/v1/widget/sessions'));
    await this.page.getByRole('button', { name: 'Ask a question' }).click();
    const response = await started;
    hold(response.status() === 201, `the widget's session was refused with ${response.status()}`);
    await this.panel.getByLabel('Your message').waitFor();
    await this.replies.first().waitFor();
    return response.json();
  }

  async write(text) {
    await this.panel.getByLabel('Your message').fill(text);
    await this.page.keyboard.press('Enter');
    await this.log.locator('.mine .bubble').filter({ hasText: text }).last().waitFor();
  }

  /** @returns the first reply that comes after it */
  async ask(text) {
    const before = await this.replies.count();
    await this.write(text);
    return this.reply(before);
  }

  async reply(before) {
    const reply = this.replies.nth(before);
    await reply.waitFor();
    return reply;
  }

  /** The six digits of the first text message on the demo phone that is younger than that moment. */
  async codeFromPhone(since) {
    const text = await this.page.waitForFunction((moment) => {
      const young = [...document.querySelectorAll('#messages li')].filter(
        (one) => Date.parse(one.querySelector('time')?.dateTime ?? '') >= moment,
      );
      return young.at(-1)?.innerText;
    }, since);
    const code = /\b\d{6}\b/.exec(await text.jsonValue())?.[0];
    hold(code, 'the text message holds no code of six digits');
    return code;
  }
}
