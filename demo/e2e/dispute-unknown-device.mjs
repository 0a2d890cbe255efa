// A payment that was made with a device the bank does not know: the customer proves who they are twice, by a code and by questions
// about what is on their file; then the dispute is open, and all that tells of it is sent.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';

/** What the bank has on file for this customer; the questions are about that. */
const ANSWERS = [
  [/month did you open your first account/, 'January'],
  [/Which city/, 'Mumbai'],
  [/How many accounts/, '1'],
];

await journey('dispute-unknown-device', async (stage) => {
  const page = await stage.person();
  const customer = new Customer(page, 'meridian');
  const card = (title) => customer.panel.locator('section.card').filter({ hasText: title });
  const session = await stage.step('a customer signs in at the bank and opens the chat', async () => {
    await customer.visit();
    await customer.signIn('MB-1006');
    return customer.openChat();
  });
  const noted = await stage.step('reports a payment, and has a reference at once', async () => {
    const text = await (await customer.ask('I did not make this payment')).innerText();
    const found = /your reference for it is (REF-[\w-]+)/.exec(text)?.[1];
    hold(found, `the report has no reference: ${text}`);
    await customer.log.getByText('How much was the payment?').waitFor();
    return found;
  });
  const since = Date.now();
  await stage.step('says what it was', async () => {
    await customer.ask('₹12,000');
    await customer.log.getByText('What is wrong with this payment?').waitFor();
    await customer.ask('I did not make it');
    await customer.log.getByText('Which shop or person was paid').waitFor();
    await customer.write('Gulmohar Furnishings');
  });
  await stage.step('proves who they are with a code', async () => {
    const code = customer.panel.getByRole('region', { name: 'Confirm that it is you' });
    await code.getByLabel('6-digit code').fill(await customer.codeFromPhone(since));
  });
  await stage.step('and with questions about what is on their file', async () => {
    const questions = customer.panel
      .getByRole('region', { name: 'Confirm that it is you' })
      .filter({ has: page.getByRole('combobox') });
    await questions.waitFor();
    await stage.look(page, 'questions', { phone: true });
    for (const [question, answer] of ANSWERS) await questions.getByLabel(question).selectOption(answer);
    await questions.getByRole('button', { name: 'Confirm' }).click();
    await customer.log.getByText('Confirmed. Thank you.').nth(1).waitFor();
  });
  const dispute = await stage.step('confirms the dispute and gets its reference', async () => {
    const yes = card('Dispute this payment').getByRole('button', { name: 'Confirm', exact: true });
    await yes.waitFor();
    const shown = await card('Dispute this payment').locator('dl').innerText();
    for (const row of ['Gulmohar Furnishings', '₹12,000', 'I do not recognise it'])
      hold(shown.includes(row), `the card does not say “${row}”: ${shown}`);
    const replies = await customer.replies.count();
    await yes.click();
    const text = await (await customer.reply(replies)).innerText();
    const found = /the reference is ([A-Z]+-[A-Z0-9-]*\d)/.exec(text)?.[1];
    hold(found, `no reference is told: ${text}`);
    return found;
  });
  await stage.step('the text message about it is on the phone', async () => {
    await page.locator('#messages li').filter({ hasText: dispute }).waitFor();
  });
  await stage.look(page, 'open', { phone: true });
  await stage.step('after a reload nothing that was answered is asked again', async () => {
    await page.reload();
    await customer.log.getByText(`the reference is ${dispute}`).waitFor();
    hold((await customer.panel.getByRole('combobox').count()) === 0, 'the questions look open');
    hold((await customer.panel.getByLabel('6-digit code').count()) === 0, 'the code looks wanted');
  });
  await stage.look(page, 'reloaded');
  return { conversation: session.conversationId, noted, dispute };
});
