// A procedure comes in as a file, is published by two people, and a customer is led through it.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const PROCEDURE = `id: tell-credit-score
title: {en: Tell the credit score, hi: क्रेडिट स्कोर बताना}
trigger:
  intents: []
  phrases: {en: [what is my credit score], hi: [मेरा क्रेडिट स्कोर क्या है]}
  events: []
inputs: {}
variables: {score: "result:credit.score/v1"}
start: who
nodes:
  who: {type: verify, level: STEPPED_UP, methods: [CODE], within: PT15M, next: look, on: {failed: person, timeout: bye, error: person, refused: person}}
  look: {type: operation, operation: credit.score/v1, with: {}, into: score, next: tell, on: {error: person, timeout: person, refused: person}}
  tell: {type: end, outcome: DONE, text: {en: "Your credit score is \${score.score} of \${score.highest}.", hi: "आपका क्रेडिट स्कोर \${score.highest} में से \${score.score} है।"}}
  bye: {type: end, outcome: STOPPED, text: {en: Let us stop here for now., hi: फ़िलहाल यहीं रुकते हैं।}}
  person: {type: handoff, team: general, text: {en: A colleague goes on here., hi: अब एक सहकर्मी बात सँभालेंगे।}, facts: {}}
`;

await journey('credit-score', async (stage) => {
  const { page: writer } = await stage.step('the first administrator signs in', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/'),
  );
  await stage.step('a file becomes a draft without problems', async () => {
    await writer.goto('/admin/procedures?import=true');
    const dialog = writer.getByRole('dialog');
    await dialog.getByLabel('Or paste it here').fill(PROCEDURE);
    await dialog.getByRole('button', { name: 'Read it' }).click();
    await dialog.getByText('Read: 5 steps, 0 problems').waitFor();
    await dialog.getByRole('button', { name: 'Create the draft' }).click();
    await writer.getByRole('heading', { name: 'Tell the credit score' }).waitFor();
    await writer.getByText('Saved', { exact: true }).waitFor();
  });
  await stage.look(writer, 'draft', { phone: true });
  await stage.step('its publication is asked for', async () => {
    await writer.getByRole('button', { name: 'Publish…' }).click();
    const dialog = writer.getByRole('dialog');
    await dialog.getByLabel('What is new, for the second person').fill('Customers ask for their score.');
    await dialog.getByRole('button', { name: 'Ask a second person' }).click();
    await writer.getByText('Waits for a second person.').waitFor();
  });

  const { page: second } = await stage.step('the second administrator signs in', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/', 1),
  );
  await stage.step('and publishes what was asked for', async () => {
    await second.goto('/admin/procedures/tell-credit-score?page=review');
    await second.getByText('Customers ask for their score.').waitFor();
    await stage.look(second, 'review');
    await second.getByRole('button', { name: 'Approve and publish' }).click();
    await second.getByText('version 1 in force').waitFor();
  });

  const page = await stage.person();
  const customer = new Customer(page, 'meridian');
  const session = await stage.step('a customer signs in and opens the chat', async () => {
    await customer.visit();
    await customer.signIn('MB-1002');
    return customer.openChat();
  });
  const said = await stage.step('the score is told after the code, and not before', async () => {
    const since = Date.now();
    await customer.write('What is my credit score?');
    const card = customer.panel.getByRole('region', { name: 'Confirm that it is you' });
    await card.waitFor();
    hold(!(await customer.log.innerText()).includes('of 900'), 'the score was told before the code');
    const replies = await customer.replies.count();
    await card.getByLabel('6-digit code').fill(await customer.codeFromPhone(since));
    const text = await (await customer.reply(replies)).innerText();
    hold(/Your credit score is \d{3} of 900/.test(text), `the reply tells no score: ${text}`);
    return text;
  });
  await stage.look(page, 'told', { phone: true });
  return { conversation: session.conversationId, said };
});
