// An administrator builds a bank's dispute from an empty canvas without touching a mouse; a colleague publishes it; a customer
// who was charged twice goes through it; a supervisor agrees to the refund, and the customer hears of it.
import { buildDispute, NAME, SAID } from './stage/build-dispute.mjs';
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const ID = 'charged-twice';

await journey('dispute-by-keyboard', async (stage) => {
  const { page: writer } = await stage.step('the first administrator signs in', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/'),
  );
  const built = await buildDispute(stage, writer);

  const { page: second } = await stage.step('the second administrator signs in', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/', 1),
  );
  await stage.step('sees what is new drawn, and publishes it', async () => {
    await second.goto(`/admin/procedures/${ID}?page=review`);
    await second.getByText('For customers who were charged twice').waitFor();
    await second.getByText(`${built.steps} added · 0 changed · 0 removed`).waitFor();
    await second.locator('.react-flow__node').first().waitFor();
    await stage.look(second, 'review', { phone: true });
    await second.getByRole('button', { name: 'Approve and publish' }).click();
    await second.getByText('version 1 in force').waitFor();
  });

  const page = await stage.person();
  const customer = new Customer(page, 'meridian');
  const session = await stage.step('a customer who was charged twice opens the chat', async () => {
    await customer.visit();
    await customer.signIn('MB-1002');
    return customer.openChat();
  });
  await stage.step('says so, and proves who they are with a code', async () => {
    const since = Date.now();
    await customer.write(SAID);
    const card = customer.panel.getByRole('region', { name: 'Confirm that it is you' });
    await card.waitFor();
    const replies = await customer.replies.count();
    await card.getByLabel('6-digit code').fill(await customer.codeFromPhone(since));
    await asks(customer, replies, 'Which shop was it');
  });
  await stage.step('answers what is asked', async () => {
    await asks(customer, await told(customer, 'Biryani Bazaar'), 'How much was it each time?');
    await told(customer, '₹2,450');
  });
  const card = (title) => customer.panel.locator('section.card').filter({ hasText: title });
  const dispute = await stage.step('confirms the dispute and gets its reference', async () => {
    const replies = await customer.replies.count();
    await confirm(card('Dispute this payment'), ['Biryani Bazaar', '₹2,450.00', 'I was charged twice'], async () => {
      await stage.look(page, 'dispute-card', { phone: true });
    });
    await card('Pay this refund').waitFor();
    const text = (await customer.replies.allInnerTexts()).slice(replies).join('\n');
    const found = /Its reference is ([A-Z]+-[A-Z0-9-]*\d)/.exec(text)?.[1];
    hold(found, `no reference is told: ${text}`);
    return found;
  });
  await stage.step('confirms the refund, and is told that a colleague has to agree', async () => {
    await confirm(card('Pay this refund'), ['Refund of Biryani Bazaar', '₹2,450.00']);
    await customer.log.getByText('A colleague has to agree to this first').waitFor();
    hold(!(await customer.log.innerText()).includes('is back on your account'), 'paid before anybody agreed');
  });
  await stage.look(page, 'waiting', { phone: true });

  const { page: desk, member } = await stage.step('a supervisor signs in', () =>
    signedIn(stage, 'meridian', 'SUPERVISOR', '/agent/'),
  );
  await stage.step('and agrees to exactly this refund', async () => {
    await desk.goto('/agent/approvals');
    const asked = desk.getByRole('article').filter({ hasText: 'Refund of Biryani Bazaar' });
    await asked.getByText('₹2,450.00').waitFor();
    await asked.getByText('Above ₹2,000.00').waitFor();
    hold((await asked.count()) === 1, `${await asked.count()} approvals are asked for`);
    await stage.look(desk, 'approval', { phone: true });
    await asked.getByRole('button', { name: 'Agree' }).click();
    await asked.waitFor({ state: 'detached' });
  });
  const refund = await stage.step('the customer hears of it, with a reference', async () => {
    const reply = customer.log.getByText('is back on your account');
    await reply.waitFor();
    const found = /₹2,450.*reference is (RF-\d+)/.exec(await reply.innerText())?.[1];
    hold(found, `no reference of the refund: ${await reply.innerText()}`);
    return found;
  });
  await stage.look(page, 'refunded', { phone: true });
  return {
    conversation: session.conversationId,
    procedure: ID,
    title: NAME,
    dispute,
    refund,
    approver: member.name,
    built,
  };
});

/** @returns how many replies there were before it */
async function told(customer, text) {
  const before = await customer.replies.count();
  await customer.write(text);
  return before;
}

async function asks(customer, before, question) {
  const text = await (await customer.reply(before)).innerText();
  hold(text.includes(question), `asked is “${text}”, not “${question}”`);
}

async function confirm(card, rows, look) {
  const button = card.getByRole('button', { name: 'Confirm', exact: true });
  await button.waitFor();
  const shown = await card.locator('dl').innerText();
  for (const row of rows) hold(shown.includes(row), `the card does not say “${row}”: ${shown}`);
  await look?.();
  await button.click();
  await card.getByText('You confirmed this').waitFor();
}
