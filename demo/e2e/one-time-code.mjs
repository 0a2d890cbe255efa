// A signed-in customer proves who they are with a code, sees the balances, and blocks a card.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';

await journey('one-time-code', async (stage) => {
  const page = await stage.person();
  const customer = new Customer(page, 'meridian');
  await stage.step('the customer signs in at the bank and opens the chat', async () => {
    await customer.visit();
    await customer.signIn('MB-1001');
  });
  const session = await stage.step('the widget opens', () => customer.openChat());
  hold(session.assurance === 'IDENTIFIED', `the session is ${session.assurance}, not IDENTIFIED`);

  const card = customer.panel.getByRole('region', { name: 'Confirm that it is you' });
  const since = Date.now();
  await stage.step('a balance is not told before the code', async () => {
    await customer.write('What is my account balance?');
    await card.waitFor();
    const text = await customer.log.innerText();
    hold(!text.includes('₹'), 'an amount was shown before the code');
  });
  await stage.look(page, 'code-card', { phone: true });

  const balances = await stage.step('the code from the phone opens the balances', async () => {
    const code = await customer.codeFromPhone(since);
    const wrong = code === '000000' ? '111111' : '000000';
    await card.getByLabel('6-digit code').fill(wrong);
    await card.getByText('That is not right. Attempts left: 4').waitFor();
    // Written as a message, a code counts as well, and leaves no trace in the conversation.
    await customer.panel.getByLabel('Your message').fill(wrong);
    await page.keyboard.press('Enter');
    await card.getByText('That is not right. Attempts left: 3').waitFor();
    hold(!(await customer.log.innerText()).includes(wrong), 'the typed code stays in the conversation');
    const replies = await customer.replies.count();
    await card.getByLabel('6-digit code').fill(code);
    await customer.panel.getByText('Confirmed. Thank you.').waitFor();
    const accounts = await (await customer.reply(replies)).innerText();
    const first = /ending (\d{4})/.exec(accounts)?.[1];
    hold(first, `the reply does not ask which account: ${accounts}`);
    const text = await (await customer.ask(first)).innerText();
    hold(/₹\s?[\d,]+\.\d{2}/.test(text), `the reply names no balance: ${text}`);
    return text;
  });
  await stage.look(page, 'balances', { phone: true });

  const which = await stage.step('with two cards, the assistant asks which one', async () => {
    const cards = await (await customer.ask('Please block my card')).getByRole('listitem').allInnerTexts();
    hold(cards.length === 2, `it names ${cards.length} cards`);
    return /\d{4}/.exec(cards.at(-1))[0];
  });
  const blocked = await stage.step('the card is blocked after its confirm card', async () => {
    const what = await (await customer.ask('the last one')).innerText();
    hold(what.includes(which), `it does not ask what happened to ${which}: ${what}`);
    await customer.write('I lost it');
    const confirm = customer.panel.locator('section.card').filter({ has: page.locator('dl') });
    await confirm.waitFor();
    hold(
      (await confirm.locator('dl').innerText()).includes(which),
      'the confirm card does not say which card',
    );
    await stage.look(page, 'confirm-card', { phone: true });
    const replies = await customer.replies.count();
    await confirm.getByRole('button').first().click();
    await confirm.getByText('You confirmed this').waitFor();
    const text = await (await customer.reply(replies)).innerText();
    hold(
      /block/i.test(text) && text.includes(which),
      `the reply does not say that ${which} is blocked: ${text}`,
    );
    return text;
  });
  await stage.step('no new card is ordered against the customer’s wish', async () => {
    const text = await (await customer.ask('No, not now')).innerText();
    hold(text.includes('no new card was ordered'), `it does not say that none was ordered: ${text}`);
  });
  await stage.look(page, 'blocked');
  return { conversation: session.conversationId, balances, card: which, confirmation: blocked };
});
