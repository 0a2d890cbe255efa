// Two customers whose payments failed ask for their money; both refunds lie above the line. A supervisor reads the one, agrees to it,
// and its customer is told; of the other she says no, in words that its customer reads.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const PAID = { ref: 'MB-1007', name: 'Farah Sheikh', payee: 'Nilgiri Homestay', amount: '₹6,400' };
const KEPT = { ref: 'MB-1004', name: 'Gopal Krishnan', payee: 'Mylapore Book House', amount: '₹3,150' };
const WHY = 'It comes back by itself tomorrow; a second booking would pay it twice.';
const WORDS =
  'Your ₹3,150 is already on its way back and will be in your account tomorrow, so I did not book it a second time.';

/** The assistant hands the conversation over in the very moment in which she takes it; then it is taken from the queue. */
const overtaken = (text, at) => text.includes('409') && at.endsWith('/take-over');

await journey('refund-approved', async (stage) => {
  const { page: desk, member } = await stage.step('a supervisor signs in, and nothing waits', async () => {
    const signed = await signedIn(stage, 'meridian', 'SUPERVISOR', '/agent/', 0, overtaken);
    await signed.page.goto('/agent/approvals');
    await signed.page.getByText('Nothing waits for you').waitFor();
    return signed;
  });
  const badge = desk.getByRole('link', { name: /Approve/ });
  const first = await asked(stage, PAID, async (card) => {
    await stage.look(card, 'card', { phone: true });
  });
  await stage.look(first.page, 'waiting', { phone: true });
  const second = await asked(stage, KEPT);

  const found = (who) => desk.getByRole('article').filter({ hasText: `Refund of ${who.payee}` });
  await stage.step('both wait, and the number of them stands beside it', async () => {
    await found(PAID).waitFor();
    await found(KEPT).waitFor();
    await badge.filter({ hasText: '2' }).waitFor();
  });
  await stage.step('it says who asks, why, what exactly would be done and what speaks for it', async () => {
    const card = found(PAID);
    for (const part of [PAID.name, PAID.amount, 'Above ₹2,000', `failed payment, UPI to ${PAID.payee}`])
      await card.getByText(part).first().waitFor();
    await card.getByRole('button', { name: 'What was said' }).click();
    await card.getByText('my UPI payment failed but the money is gone').waitFor();
  });
  await stage.look(desk, 'approvals', { phone: true });
  await stage.step('agrees', async () => {
    await found(PAID).getByRole('button', { name: 'Agree' }).click();
    await found(PAID).waitFor({ state: 'detached' });
    await badge.filter({ hasText: '1' }).waitFor();
  });
  const refund = await stage.step('the customer is told without asking', async () => {
    const reply = first.log.getByText('was booked back to your account');
    await reply.waitFor();
    const reference = /₹6,400.*reference is (RF-\d+)/.exec(await reply.innerText())?.[1];
    hold(reference, `no reference of the refund: ${await reply.innerText()}`);
    return reference;
  });
  await stage.look(first.page, 'told', { phone: true });

  await stage.step('says no to the other, with words for the customer', async () => {
    await found(KEPT).getByRole('button', { name: 'Decline' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Reason').fill(WHY);
    await dialog.getByLabel(/^Words to/).fill(WORDS);
    await stage.look(desk, 'decline', { phone: true });
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await found(KEPT).waitFor({ state: 'detached' });
  });
  await stage.step('the customer reads the words, and that nothing was booked is no secret', async () => {
    await second.log.getByText(WORDS).waitFor();
    const said = await second.log.innerText();
    hold(!said.includes(WHY), 'the reason for colleagues reached the customer');
    hold(!said.includes('was booked back'), 'a refund was booked that was declined');
  });
  await stage.look(second.page, 'declined', { phone: true });
  await stage.step('what was decided stands there with name and reason', async () => {
    await desk.getByText('Decided', { exact: true }).click();
    await found(KEPT).getByText(WHY).waitFor();
    await found(PAID).getByText('Agreed').waitFor();
  });
  await stage.look(desk, 'decided', { phone: true });
  return {
    conversation: first.conversation,
    declined: second.conversation,
    approver: member.name,
    refund,
    words: WORDS,
  };
});

/** A customer says that a payment failed, proves who they are, picks it, and confirms the refund. */
async function asked(stage, who, look) {
  const page = await stage.person();
  const customer = new Customer(page, 'meridian');
  const conversation = await stage.step(`${who.name} signs in at the bank and opens the chat`, async () => {
    await customer.visit();
    await customer.signIn(who.ref);
    return (await customer.openChat()).conversationId;
  });
  await stage.step('says that a payment failed, and enters the code', async () => {
    const since = Date.now();
    await customer.write('my UPI payment failed but the money is gone');
    const code = customer.panel.getByRole('region', { name: 'Confirm that it is you' });
    await code.waitFor();
    await code.getByLabel('6-digit code').fill(await customer.codeFromPhone(since));
    await customer.log.getByText('Which payment is it?').waitFor();
  });
  await stage.step('says which one, and asks for the money', async () => {
    await customer.ask(who.payee);
    await customer.log.getByText('shall I check whether I can refund it now').waitFor();
    await customer.write('Please check now');
  });
  await stage.step('confirms exactly that refund', async () => {
    const card = customer.panel.locator('section.card').filter({ hasText: 'Pay this refund' });
    const yes = card.getByRole('button', { name: 'Confirm', exact: true });
    await yes.waitFor();
    const shown = await card.locator('dl').innerText();
    for (const row of [`Refund of ${who.payee}`, who.amount])
      hold(shown.includes(row), `the card does not say “${row}”: ${shown}`);
    await look?.(page);
    await yes.click();
    await card.getByText('You confirmed this').waitFor();
    await customer.log.getByText('A colleague has to agree to this first').waitFor();
    hold(!(await customer.log.innerText()).includes('was booked back'), 'booked before anybody agreed');
  });
  return { page, conversation, log: customer.log };
}
