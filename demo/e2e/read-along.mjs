// A bank has a model that writes slowly. The customer reads each sentence when it is ready, a colleague sees the same in the
// agent center, the message takes the place of what was shown, and the customer says that it helped.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';
import { SlowModel } from './stage/slow-model.mjs';
import { signedIn } from './stage/staff.mjs';

const QUESTION = 'What does courier delivery of a replacement card cost?';
const FIRST = 'The fee for courier delivery of a replacement card in the UK is £15.';
const SECOND = 'The fee for a replacement debit card in the UK is £0.';
const HEADERS = { 'X-Openteller-Request': '1' };

await journey('read-along', async (stage) => {
  const model = await SlowModel.start([FIRST, SECOND], FIRST);
  try {
    return await play(stage, model);
  } finally {
    model.stop();
  }
});

async function play(stage, model) {
  const { page: admin } = await stage.step('an administrator gives the bank a model', async () => {
    const staff = await signedIn(stage, 'harbour', 'ADMIN', '/admin/');
    const { request } = staff.page;
    const plugin = '/api/v1/plugins/llm-openai';
    const settings = { baseUrl: model.url, apiKey: 'none', models: 'slow-1' };
    await done(request.put(`${plugin}/settings`, { headers: HEADERS, data: { settings } }));
    await done(request.post(`${plugin}/enable`, { headers: HEADERS }));
    return staff;
  });
  await stage.step('another administrator approves what the model is given and where it is', async () => {
    const { page } = await signedIn(stage, 'harbour', 'ADMIN', '/admin/', 1);
    await page.goto('/admin/approvals');
    await page.getByText(/asks to enable/).waitFor();
    await stage.look(page, 'approval', { phone: true });
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('Nothing waits for a second person').waitFor();
    await done(route(admin.request, true));
  });

  const visitor = new Customer(await stage.person(), 'harbour');
  const session = await stage.step('a customer opens the chat', async () => {
    await visitor.visit();
    return visitor.openChat();
  });
  const colleague = await stage.step('a colleague looks at the conversation', async () => {
    const { page } = await signedIn(stage, 'harbour', 'AGENT', '/agent/');
    await page.goto(`/agent/queue/${session.conversationId}`);
    await page.getByRole('log').waitFor();
    return page;
  });
  await stage.step('the customer asks and reads the first sentence while the model has not the second', async () => {
    await visitor.write(QUESTION);
    const shown = await visitor.reply(1);
    await shown.getByText(FIRST).waitFor();
    await shown.locator('.sources a').first().waitFor();
    hold((await visitor.log.getAttribute('aria-busy')) === 'true', 'the log is not busy');
  });
  await stage.step('as the colleague does', () => colleague.getByRole('log').getByText(FIRST).waitFor());
  hold(!(await visitor.log.innerText()).includes(SECOND), 'the second sentence came before it was written');
  model.goOn();
  const answer = await stage.step('the message takes its place', async () => {
    const reply = visitor.replies.nth(1);
    await reply.getByText(SECOND).waitFor();
    await visitor.panel.getByRole('button', { name: 'Helpful', exact: true }).waitFor();
    hold((await visitor.replies.count()) === 2, 'the answer stands there twice');
    hold((await visitor.log.getAttribute('aria-busy')) === 'false', 'the log is still busy');
    return reply.locator('p').first().innerText();
  });
  hold(answer === `${FIRST} ${SECOND}`, `the message says ${answer}`);
  await stage.look(visitor.page, 'answered', { phone: true });

  await stage.step('the customer says that it helped, then that it did not', async () => {
    for (const name of ['Helpful', 'Not helpful']) {
      await visitor.panel.getByRole('button', { name, exact: true }).press('Enter');
      await visitor.panel.getByRole('button', { name, exact: true, pressed: true }).waitFor();
    }
  });
  await stage.step('and a colleague reads that', async () => {
    await colleague.reload();
    await colleague.getByText('The customer did not find this helpful').waitFor();
  });
  await stage.look(colleague, 'colleague');
  await stage.step('the model is taken away again', () => done(route(admin.request, false)));
  return { conversation: session.conversationId, answer };
}

function route(request, on) {
  const data = { plugin: 'llm-openai', model: 'slow-1', timeoutMillis: 9_000, dailyTokenBudget: 100_000, on };
  return request.put('/api/v1/models/routes/ANSWER', { headers: HEADERS, data });
}

async function done(call) {
  const response = await call;
  hold(response.ok(), `${response.url()} was answered with ${response.status()}: ${await response.text()}`);
}
