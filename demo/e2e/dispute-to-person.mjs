// A payment is disputed; a person at a real agent page takes over, live in both directions, until the customer's rating.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const PAYEE = 'Nowhere Trading';
const GREETING = 'I have your dispute in front of me. Was the card with you on that day?';
const ANSWER = 'Yes, it was in my wallet all day.';
const NOTE = 'Called the merchant: waiting for their slip.';

await journey('dispute-to-person', async (stage) => {
  const page = await stage.person();
  const customer = new Customer(page, 'meridian');
  const { page: desk, member } = await stage.step('an agent signs in', () =>
    signedIn(stage, 'meridian', 'AGENT', '/agent/'),
  );
  const session = await stage.step('the customer signs in and opens the chat', async () => {
    await customer.visit();
    await customer.signIn('MB-1001');
    return customer.openChat();
  });
  const { first, reference } = await stage.step('the first reply has a reference and a time', async () => {
    const text = await (await customer.ask("I didn't make this ₹5,000 payment")).innerText();
    const found = /\bREF-[0-9A-Z]{10}\b/.exec(text)?.[0];
    hold(found, `no reference in the first reply: ${text}`);
    hold(/\d{1,2}:\d{2}/.test(text), `no time in the first reply: ${text}`);
    hold(text.includes('I have noted: ₹5,000'), `the amount would be asked for again: ${text}`);
    return { first: text, reference: found };
  });
  await stage.step('what is not on the account goes to the fraud team', async () => {
    const text = await (await customer.ask(PAYEE)).innerText();
    hold(text.includes('fraud team'), `nobody of the fraud team is named: ${text}`);
    await customer.panel.getByText('A person will join you here').waitFor();
  });
  await stage.look(page, 'waiting', { phone: true });

  await stage.step('the agent finds it in the queue', async () => {
    await desk.goto('/agent/queue');
    await desk.locator(`main a[href$="${session.conversationId}"]`).first().click();
    await desk.getByRole('button', { name: 'Claim' }).first().waitFor();
  });
  const packet = await stage.step('the packet says all that is known', async () => {
    await desk.getByRole('heading', { name: 'Known facts' }).waitFor();
    const text = await desk.locator('body').innerText();
    hold(text.includes(reference), 'the packet does not name the reference');
    hold(text.includes('5,000'), 'the packet does not name the amount');
    hold(text.includes(PAYEE), 'the packet does not name the payee');
    return text.slice(text.indexOf('Known facts'), text.indexOf('Known facts') + 600);
  });
  await stage.look(desk, 'packet', { phone: true });

  await stage.step('the agent claims it and the customer sees who came', async () => {
    await desk.getByRole('button', { name: 'Claim' }).first().click();
    await desk.getByLabel(/^Reply to /).waitFor();
    await customer.panel.getByText(`You are talking to ${member.name}`).waitFor();
  });
  await stage.step('what the agent writes appears at the customer', async () => {
    await desk.getByLabel(/^Reply to /).fill(GREETING);
    await desk.getByRole('button', { name: /^Send/ }).click();
    await customer.log.getByText(GREETING).waitFor();
  });
  const spoken = await aiMessages(customer);
  await stage.step('what the customer answers appears at the agent', async () => {
    await customer.write(ANSWER);
    await desk.getByRole('log').getByText(ANSWER).waitFor();
  });
  await stage.step('the agent says what it was about', async () => {
    await desk.getByRole('button', { name: 'Not right?' }).click();
    await desk.getByRole('combobox', { name: 'What was it about?' }).fill('report');
    await desk.getByRole('option', { name: 'Report fraud' }).click();
    await desk.getByText('You said: Report fraud').waitFor();
  });
  await stage.step('a note stays among colleagues', async () => {
    await desk.getByRole('button', { name: 'Customer panel' }).focus();
    await desk.keyboard.press('n');
    await desk.getByLabel('Note for colleagues').fill(NOTE);
    await desk.getByRole('button', { name: 'Add note' }).click();
    await desk.getByRole('log').getByText(NOTE).waitFor();
  });
  await stage.look(desk, 'live', { phone: true });
  await stage.look(page, 'with-person', { phone: true });

  await stage.step('the agent resolves it', async () => {
    await desk
      .getByRole('button', { name: /^Resolve/ })
      .first()
      .click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Note for colleagues').fill('Dispute stands; the card team goes on with it.');
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
  await stage.step('the customer rates it', async () => {
    await customer.panel.getByText('How was this conversation?').waitFor();
    const said = await customer.log.innerText();
    hold(!said.includes(NOTE), 'the customer sees the private note');
    await customer.panel.getByTitle('Very good').click();
    await stage.look(page, 'rating', { phone: true });
    await customer.panel.getByRole('button', { name: 'Send feedback' }).click();
    await customer.panel.getByText('Thank you for your feedback.').waitFor();
  });
  hold((await aiMessages(customer)) === spoken, 'the assistant spoke while a person had the conversation');
  return { conversation: session.conversationId, agent: member.name, reference, first, packet };
});

/** Groups of messages that carry the assistant's mark. */
function aiMessages(customer) {
  return customer.log.locator('.group.theirs:has(.tag) .bubble').count();
}
