// A visitor asks about a fee and gets an answer with the document it comes from.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';

await journey('cited-answer', async (stage) => {
  const page = await stage.person();
  const visitor = new Customer(page, 'meridian');
  await stage.step('the bank site loads as a visitor', () => visitor.visit());
  const session = await stage.step('the widget opens', () => visitor.openChat());
  const disclosure = await stage.step('its first message says that it is an AI', async () => {
    const text = await visitor.replies.first().innerText();
    hold(/\bAI\b/.test(text), `the first message does not say AI: ${text}`);
    await visitor.panel.getByRole('button', { name: 'Talk to a human' }).waitFor();
    return text;
  });
  await stage.look(page, 'opened', { phone: true });

  const { answer, link } = await stage.step('a fee is asked for and answered with its source', async () => {
    const reply = await visitor.ask('What is the fee for replacing a debit card?');
    const source = reply.locator('.sources a').first();
    await source.waitFor();
    const text = await reply.locator('p, li').first().innerText();
    hold(/\d/.test(text), `the answer names no amount: ${text}`);
    return { answer: text, link: source };
  });
  await stage.look(page, 'answered', { phone: true });

  const citation = await stage.step('the source opens in a tab of its own', async () => {
    const opened = page.context().waitForEvent('page');
    await link.click();
    const document = await opened;
    await document.waitForLoadState();
    hold(/\/help\/meridian\//.test(document.url()), `the source opened ${document.url()}`);
    const amount = /\d[\d,.]*\d|\d/.exec(answer)[0];
    const text = await document.locator('body').innerText();
    hold(text.includes(amount), `the source does not say ${amount}`);
    await stage.look(document, 'source', { phone: true });
    return document.url();
  });
  return { conversation: session.conversationId, disclosure, answer, citation };
});
