// The dispute as a bank draws it, built in the console's builder by keys alone: see docs/procedure-builder.md for them.
import { hold } from './journey.mjs';
import { Keyboard } from './keyboard.mjs';

/** Its id follows from it: `charged-twice`. */
export const NAME = 'Charged twice';
/** What a customer says who needs it. */
export const SAID = 'The shop charged my card twice';

/** @returns how many steps it has and what it took */
export async function buildDispute(stage, page) {
  const keys = new Keyboard(page);
  const builder = new Builder(keys);
  await stage.step('opens an empty canvas', async () => {
    await page.goto('/admin/procedures');
    await page.getByRole('button', { name: 'New procedure' }).first().waitFor();
    await keys.tabTo('New procedure');
    await keys.press('Enter');
    await keys.until('the title is asked for', () => document.activeElement?.tagName === 'INPUT');
    await keys.type(NAME);
    await keys.press('Enter');
    await page.getByText('An empty canvas').waitFor();
    await builder.onCanvas();
  });
  const begin = Date.now();
  await stage.step('says in both languages what it is and what starts it', () => about(keys, page));
  await stage.step('sketches who is asked what, and what the bank is asked', () => firstHalf(builder, keys));
  await stage.look(page, 'half', { phone: true });
  await stage.step('goes on with what is suspicious, and with an unknown device', () => checks(builder, keys));
  await stage.step('then the dispute with all that tells of it', () => dispute(builder, keys));
  await stage.step('and the refund, to which a colleague agrees above a line', () => refund(builder, keys));
  await stage.step('says where everything leads that goes wrong', () => goesWrong(builder, keys));
  await stage.step('the checker has nothing left to say', async () => {
    await builder.toCanvas();
    await keys.press('p');
    await page.getByText('Nothing found').waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
  });
  const minutes = (Date.now() - begin) / 60_000;
  await stage.step('arranges it and looks at the whole', async () => {
    await builder.goTo('who');
    await keys.press('Control+o', '1');
  });
  await stage.look(page, 'built', { phone: true });
  const steps = await page.locator('.react-flow__node').count();
  const effort = { steps, keys: keys.pressed, letters: keys.typed, minutes: Math.round(minutes * 10) / 10 };
  await stage.step('asks for its publication', async () => {
    await builder.goTo('who');
    await keys.press('Control+Enter');
    await keys.until('a word is asked for', () => document.activeElement?.tagName === 'TEXTAREA');
    await keys.type('For customers who were charged twice: dispute, and refund after a second look.');
    await keys.tabTo('Ask a second person');
    await keys.press('Enter');
    await page.getByText('Waits for a second person.').waitFor();
  });
  return { ...effort, keysPerStep: Math.round(keys.pressed / steps) };
}

async function about(keys, page) {
  await keys.press('i');
  await keys.until('the title has the keyboard', () => document.activeElement?.closest('[data-panel="procedure"]'));
  await keys.write('Title: Hindi', 'दो बार कटा भुगतान');
  await keys.write('What people say: English', SAID);
  await keys.press('Enter');
  await keys.write('What people say: Hindi', 'दुकान ने मेरे कार्ड से दो बार पैसे काटे');
  await keys.press('Enter');
  for (const [name, kind] of [
    ['payment', 'reference:transaction'],
    ['card', 'reference:card'],
  ]) {
    await keys.tabTo('Variables: Add');
    await keys.press('Enter');
    await keys.until('the new name', () => document.activeElement?.value?.startsWith('value'));
    await keys.press('Control+a');
    await keys.type(name);
    await keys.press('Tab');
    await keys.choose('Variables: Type', kind);
  }
  await keys.press('Escape');
  await page.getByText('Saved', { exact: true }).waitFor();
}

async function firstHalf(builder, keys) {
  await builder.add('verify as who', async () => {
    await keys.write('Waits for at most', '15');
  });
  await builder.add('ask as shop', async () => {
    await builder.says('Question', {
      en: 'I am sorry about that. Which shop was it, as it is written on your account?',
      hi: 'इसके लिए खेद है। आपके खाते में लिखे अनुसार कौन सी दुकान थी?',
    });
    await keys.write('Kept as', 'shop');
  });
  await builder.add('ask as amount', async () => {
    await builder.says('Question', { en: 'How much was it each time?', hi: 'हर बार कितनी राशि कटी?' });
    await keys.choose('The answer is a', 'money');
    await keys.write('Kept as', 'amount');
  });
  await builder.add('match transactions as history', async () => {
    await keys.write('What it is told: amountMinor', 'amount.minor');
    await keys.write('What it is told: merchant', 'shop');
  });
  await builder.add('decide as how-many', async () => {
    await keys.write('Cases: Case 1', 'size(found.transactions) == 0');
  });
  await builder.add('hand over as fraud-team', async () => {
    await keys.write('Team', 'fraud');
    await builder.says('Said to the customer', {
      en: 'A colleague from our fraud team takes over here and sees what you told me.',
      hi: 'अब हमारी धोखाधड़ी-रोधी टीम के एक सहकर्मी यहीं बात सँभालते हैं; आपने जो बताया वह उन्हें दिखता है।',
    });
    await builder.fact('Shop', 'shop');
    await builder.fact('Amount', 'amount');
  });
  await builder.goTo('how-many');
  await builder.add('say as newest', async () => {
    await builder.sets('payment', 'found.transactions[0].transaction');
  });
  await builder.add('fraud score as transaction');
  await builder.add('device and place as device');
  await builder.add('decide as verdict', async () => {
    await keys.write('Cases: Case 1', 'score.suspicious');
    await keys.tabTo('Cases: Add a case');
    await keys.press('Enter');
    await keys.until('the second case', () => document.activeElement?.tagName === 'INPUT');
    await keys.type('!deviceCheck.knownDevice');
  });
}

async function checks(builder, keys) {
  await builder.add('say as its-card', async () => {
    await builder.sets('card', 'found.transactions[0].card');
  });
  await builder.add('confirm as block-it', async () => {
    await builder.says('Said above the card', {
      en: 'To be on the safe side I would block this card now. Shall I?',
      hi: 'सुरक्षा के लिए मैं यह कार्ड अभी ब्लॉक कर दूँ?',
    });
  });
  await builder.add('block a card as block', async () => {
    await keys.choose('What it is told: reason', 'Fraud');
  });
  await builder.add('alert the fraud team as alert', async () => {
    await keys.choose('What it is told: note', 'Suspicious');
  });
  await builder.add('notify as warn', async () => {
    await keys.choose('By', 'Push');
    await keys.choose('The bank’s text', 'Fraud alert');
  });
  await builder.add('confirm as dispute-it', async () => {
    await builder.says('Said above the card', {
      en: 'I would now open a dispute for this payment. It costs you nothing.',
      hi: 'अब मैं इस भुगतान पर आपत्ति दर्ज करूँगा। इसका कोई शुल्क नहीं है।',
    });
  });
  await builder.goTo('verdict');
  await builder.add('verify as prove', async () => {
    await keys.tabTo('1. One-time code');
    await keys.press('Space');
    await keys.tabTo('Security questions');
    await keys.press('Space');
    await keys.write('Waits for at most', '15');
  });
  await builder.lead('dispute-it');
  await builder.goTo('verdict');
  await builder.lead('dispute-it');
}

async function dispute(builder, keys) {
  await builder.goTo('dispute-it');
  await builder.add('open a dispute as open', async () => {
    await keys.choose('What it is told: reason', 'Duplicate');
  });
  await builder.add('say as reference', async () => {
    await builder.says('What is said', {
      en: 'Your dispute is open. Its reference is ${open.reference}; we answer you by ${open.answerBy}.',
      hi: 'आपकी आपत्ति दर्ज है। उसकी संदर्भ संख्या ${open.reference} है; हम ${open.answerBy} तक उत्तर देंगे।',
    });
  });
  await builder.add('note on the customer as note', async () => {
    await keys.choose('What it is told: subject', 'Dispute');
    await keys.write('What it is told: text', "'Charged twice by ' + shop");
    await keys.write('What it is told: reference', 'open.reference');
  });
  for (const [name, channel] of [
    ['sms', 'SMS'],
    ['email', 'E-mail'],
  ]) {
    await builder.add(`notify as ${name}`, async () => {
      await keys.choose('By', channel);
      await keys.choose('The bank’s text', 'Dispute opened');
      await keys.write('Reference in it', 'open.reference');
    });
  }
}

async function refund(builder, keys) {
  await builder.add('propose a refund as propose', async () => {
    await keys.choose('What it is told: reason', 'Duplicate');
  });
  await builder.add('confirm as pay-it', async () => {
    await builder.says('Said above the card', {
      en: 'The second charge can be paid back: ${propose.amount}.',
      hi: 'दूसरी बार कटी राशि लौटाई जा सकती है: ${propose.amount}।',
    });
  });
  await builder.add('decide as line', async () => {
    await keys.write('Cases: Case 1', 'propose.amount.minor > 200000');
  });
  await builder.add('approve as colleague', async () => {
    await keys.write('Team that may agree', 'payments');
    await builder.says('Said to the colleague who decides', {
      en: 'Charged twice: ${propose.amount}. The dispute is ${open.reference}.',
      hi: 'दो बार कटा: ${propose.amount}। आपत्ति ${open.reference} है।',
    });
    await keys.write('Waits for at most', '240');
  });
  await builder.add('pay a refund as pay', async () => {
    await keys.write('What it is told: amount', 'propose.amount');
  });
  await builder.goTo('line');
  await builder.lead('pay');
  await builder.goTo('pay');
  await builder.add('end as done', async () => {
    await builder.says('Last words', {
      en: '${execute.amount} is back on your account. The reference is ${execute.reference}.',
      hi: '${execute.amount} आपके खाते में वापस है। संदर्भ संख्या ${execute.reference} है।',
    });
  });
  await builder.add('end as kept', async () => {
    await builder.says('Last words', {
      en: 'All right, nothing is paid back now. The dispute stays open.',
      hi: 'ठीक है, अभी कुछ नहीं लौटाया जाता। आपत्ति दर्ज रहती है।',
    });
  });
  await builder.add('end as nothing', async () => {
    await keys.choose('It ended', 'Stopped');
    await builder.says('Last words', {
      en: 'All right, no dispute was opened. Write here if you change your mind.',
      hi: 'ठीक है, कोई आपत्ति दर्ज नहीं की गई। मन बदले तो यहाँ लिखें।',
    });
  });
  await builder.add('hand over as person', async () => {
    await keys.write('Team', 'disputes');
    await builder.says('Said to the customer', {
      en: 'A colleague from our disputes team goes on here and sees what you told me.',
      hi: 'अब हमारी विवाद टीम के एक सहकर्मी बात सँभालेंगे; आपने जो बताया वह उन्हें दिखता है।',
    });
    await builder.fact('Shop', 'shop');
    await builder.fact('Amount', 'amount');
  });
}

async function goesWrong(builder, keys) {
  for (const [step, target] of [
    ['block-it', 'alert'],
    ['dispute-it', 'nothing'],
    ['pay-it', 'kept'],
  ]) {
    await builder.goTo(step, true);
    await keys.choose('Where it leads: says no', target);
    await builder.back();
  }
  await builder.toCanvas();
  await keys.press('w');
  await keys.until('the ways are listed', () => document.activeElement?.closest('[role=dialog] form select'));
  for (;;) {
    await keys.type('person');
    await keys.press('Tab');
    const { name } = await keys.here();
    if (name === 'Cancel') break;
  }
  await keys.tabTo('Lead them there');
  await keys.press('Enter');
  await builder.onCanvas();
}

/** The builder's own keys. */
class Builder {
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
    return this.keys.until('back on the canvas', () => document.activeElement?.classList.contains('react-flow'));
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
