// What belongs to one bank does not exist for the other: neither for its staff nor for its customers.
import { Customer } from './stage/customer.mjs';
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const STAFF_HEADERS = { 'X-Openteller-Request': '1' };

await journey('two-banks', async (stage) => {
  const visitor = new Customer(await stage.person(), 'meridian');
  const ours = await stage.step('a visitor of meridian has a conversation', async () => {
    await visitor.visit();
    const session = await visitor.openChat();
    await visitor.ask('What is the daily UPI limit?');
    return session;
  });
  const id = ours.conversationId;
  const { page: own } = await stage.step("meridian's agent may read it", async () => {
    const signed = await signedIn(stage, 'meridian', 'AGENT', '/agent/');
    const answer = await signed.page.request.get(`/api/v1/desk/conversations/${id}`);
    hold(answer.status() === 200, `the own bank's agent got ${answer.status()}`);
    return signed;
  });
  const before = await text(own, id);

  const { page: foreign } = await stage.step("harbour's agent signs in", () =>
    signedIn(stage, 'harbour', 'AGENT', '/agent/'),
  );
  const refused = await stage.step('for that agent it does not exist', async () => {
    const calls = {
      detail: foreign.request.get(`/api/v1/desk/conversations/${id}`),
      customer: foreign.request.get(`/api/v1/desk/conversations/${id}/customer`),
      events: foreign.request.get(`/api/v1/desk/conversations/${id}/events`, { timeout: 10_000 }),
      takeOver: post(foreign, `/api/v1/desk/conversations/${id}/take-over`, { version: 1 }),
      claim: post(foreign, `/api/v1/desk/conversations/${id}/claim`, { version: 1 }),
      note: post(foreign, `/api/v1/desk/conversations/${id}/notes`, { text: 'from another bank' }),
      message: post(foreign, `/api/v1/desk/conversations/${id}/messages`, { clientMessageId: 'x-1', text: 'hello' }),
    };
    return statuses(calls, [404]);
  });
  await stage.step('it is not in that agent’s lists either', async () => {
    for (const list of ['queue', 'feed']) {
      const answer = await foreign.request.get(`/api/v1/desk/${list}`);
      hold(answer.status() === 200, `the ${list} was answered with ${answer.status()}`);
      hold(!(await answer.text()).includes(id), `the ${list} of harbour lists meridian's conversation`);
    }
  });

  const theirs = await stage.step('a visitor of harbour opens a chat', async () => {
    const other = new Customer(await stage.person(), 'harbour');
    await other.visit();
    return { session: await other.openChat(), page: other.page };
  });
  const refusedWidget = await stage.step("with harbour's token, meridian's conversation does not exist", () => {
    const headers = { Authorization: `Bearer ${theirs.session.token}` };
    const base = `/api/v1/widget/conversations/${id}`;
    const { request } = theirs.page;
    return statuses(
      {
        events: request.get(`${base}/events`, { headers, timeout: 10_000 }),
        message: request.post(`${base}/messages`, { headers, data: { clientMessageId: 'x-2', text: 'hello' } }),
        handoff: request.post(`${base}/handoff`, { headers, data: {} }),
        csat: request.post(`${base}/csat`, { headers, data: { rating: 1 } }),
      },
      [401, 403, 404],
    );
  });
  const after = await text(own, id);
  hold(after === before, 'the refused calls changed the conversation');
  return { conversation: id, refused, refusedWidget };
});

async function text(page, id) {
  const { messages, notes, owner } = await (await page.request.get(`/api/v1/desk/conversations/${id}`)).json();
  return JSON.stringify({ messages, notes, owner });
}

function post(page, path, data) {
  return page.request.post(path, { headers: STAFF_HEADERS, data });
}

async function statuses(calls, allowed) {
  const found = {};
  for (const [name, call] of Object.entries(calls)) {
    const answer = await call;
    found[name] = answer.status();
    hold(allowed.includes(answer.status()), `${name} was answered with ${answer.status()}: ${await answer.text()}`);
    const { code } = await answer.json();
    hold(code, `${name} was refused without a code`);
  }
  return found;
}
