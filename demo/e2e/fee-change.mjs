// A fee changes: its author cannot approve it, a second person can, and the customer's next answer cites the new version.
// Asked about the moment before, the platform still says what it would have said then.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const DOCUMENT = 'demand-drafts';
const QUESTION = 'How long does delivery of a demand draft by courier take and what does it cost?';
const OLD = '₹75';
const NEW = '₹90';
const STAFF_HEADERS = { 'X-Openteller-Request': '1' };
/** An approval has to reach every answer within this time. */
const REACHES_ANSWERS_MILLIS = 60_000;
const PAUSE_MILLIS = 250;

await journey('fee-change', async (stage) => {
  const visitor = new Customer(await stage.person(), 'meridian');
  const first = await stage.step('a customer is told the old fee', async () => {
    await visitor.visit();
    await visitor.openChat();
    return answered(await visitor.ask(QUESTION), OLD);
  });

  const { page: author, member } = await stage.step('the author opens the document', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/'),
  );
  const before = await stage.step('and writes the next version with another fee', async () => {
    await author.goto(`/admin/knowledge/${DOCUMENT}`);
    await author.getByRole('button', { name: 'New version' }).click();
    const field = author.getByRole('textbox', { name: /^Text of/ });
    const text = await field.inputValue();
    hold(text.includes(OLD), `the document does not say ${OLD}`);
    await field.fill(text.replace(OLD, NEW));
    await author.getByRole('textbox', { name: 'What changed' }).fill(`By courier: ${NEW} instead of ${OLD}`);
    await stage.look(author, 'written', { phone: true });
    await author.getByRole('button', { name: 'Save draft' }).click();
    await author.getByRole('button', { name: 'Submit for review' }).click();
    await author.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await author.getByText(/Needs 1 more approval/).waitFor();
    return versionOf(author);
  });
  hold(before.standing === 'IN_REVIEW', `the new version is ${before.standing}`);

  await stage.step('but cannot approve it', async () => {
    await author.getByText('You wrote this version, so you cannot approve it.').waitFor();
    const button = author.getByRole('button', { name: 'Approve' });
    hold((await button.getAttribute('aria-disabled')) === 'true', 'the author may press Approve');
    const path = `/api/v1/documents/${DOCUMENT}/versions/${before.version}/approve`;
    const refused = await author.request.post(path, { headers: STAFF_HEADERS, data: {} });
    hold(refused.status() === 403, `the author's approval was answered with ${refused.status()}`);
    const { code } = await refused.json();
    hold(code === 'OWN_VERSION', `the author's approval was refused with ${code}`);
  });
  await stage.look(author, 'own-version', { phone: true });
  await stage.step('and customers are still told the old fee', async () => {
    const other = new Customer(await stage.person(), 'meridian');
    await other.visit();
    await other.openChat();
    return answered(await other.ask(QUESTION), OLD);
  });

  const { page: second, member: approver } = await stage.step('a second person opens it', async () => {
    const signed = await signedIn(stage, 'meridian', 'SUPERVISOR', '/admin/');
    await signed.page.goto(`/admin/knowledge/${DOCUMENT}?v=${before.version}&tab=compare`);
    return signed;
  });
  await stage.step('sees what changed, word by word', async () => {
    await second.locator('del').filter({ hasText: OLD }).waitFor();
    await second.locator('ins').filter({ hasText: NEW }).waitFor();
  });
  await stage.look(second, 'compared', { phone: true });
  const momentBefore = await localMoment(second);
  const delayMillis = await stage.step('and approves', async () => {
    await second.getByRole('button', { name: 'Approve' }).click();
    const dialog = second.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Comment' }).fill('As the new tariff says');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    const approved = Date.now();
    await second.getByText(`Version ${before.version} is in force`).waitFor();
    await reached(second, before.version, approved);
    return Date.now() - approved;
  });
  await stage.look(second, 'approved', { phone: true });

  const next = await stage.step("the customer's next answer cites the new version", async () => {
    const answer = await answered(await visitor.ask(QUESTION), NEW);
    hold(answer.source.includes(`/${DOCUMENT}/${before.version}`), `the answer cites ${answer.source}`);
    return answer;
  });
  await stage.look(visitor.page, 'new-answer', { phone: true });

  const asOf = await stage.step('as of the moment before, the answer is still the old one', async () => {
    await second.goto(`/admin/ask?${new URLSearchParams({ q: QUESTION, at: momentBefore })}`);
    return told(second, OLD);
  });
  await stage.look(second, 'point-in-time', { phone: true });
  await stage.step('and as of now the new one', async () => {
    await second.goto(`/admin/ask?${new URLSearchParams({ q: QUESTION })}`);
    return told(second, NEW);
  });
  return { author: member.email, approver: approver.email, version: before.version, delayMillis, first, next, asOf };
});

async function answered(reply, amount) {
  const source = reply.locator('.sources a').first();
  await source.waitFor();
  const text = await reply.innerText();
  hold(text.includes(amount), `the answer does not say ${amount}: ${text}`);
  return { text, source: (await source.getAttribute('href')) ?? '' };
}

async function versionOf(page) {
  const answer = await page.request.get(`/api/v1/documents/${DOCUMENT}`);
  hold(answer.status() === 200, `the document was answered with ${answer.status()}`);
  return (await answer.json()).latest;
}

/** The search follows an approval by itself; this waits for it and does not hurry it. */
async function reached(page, version, since) {
  for (;;) {
    const query = new URLSearchParams({ q: QUESTION });
    const { items = [] } = await (await page.request.get(`/api/v1/documents/search?${query}`)).json();
    const found = items.find(({ slug }) => slug === DOCUMENT);
    if (found?.version === version) return;
    hold(Date.now() - since < REACHES_ANSWERS_MILLIS, 'the approval did not reach the answers in time');
    await page.waitForTimeout(PAUSE_MILLIS);
  }
}

/** This moment as a field of day and time writes it, in the reader's zone. */
function localMoment(page) {
  return page.evaluate(() => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  });
}

async function told(page, amount) {
  const answer = page.locator('main section').filter({ has: page.getByRole('list', { name: 'Sources' }) }).first();
  await answer.waitFor();
  const text = await answer.innerText();
  hold(text.includes(amount), `the playground does not say ${amount}: ${text}`);
  return text;
}
