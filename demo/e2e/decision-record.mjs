// An administrator opens that conversation in the console, sees why, step by step, and sees it counted.
import { hold, journey, setting } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const STATIONS = ['Understood', 'Rules', 'Documents', 'Bank systems', 'Confidence', 'Time'];

await journey('decision-record', async (stage) => {
  const conversation = setting('OPENTELLER_E2E_CONVERSATION');
  const { page: console_ } = await stage.step('an administrator signs in', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/'),
  );
  const dashboard = await stage.step('the dashboard shows what the platform counted', async () => {
    const counted = await (await console_.request.get('/api/v1/insight/overview?days=7')).json();
    hold(counted.conversations >= 1, 'the platform counted no conversation');
    const tile = console_.getByRole('listitem').filter({ hasText: 'Conversations' }).filter({ hasText: 'message' });
    await tile.first().waitFor();
    const text = await tile.first().innerText();
    hold(
      text.replaceAll(/[,\s]/g, '').includes(`Conversations${counted.conversations}`),
      `the tile says "${text}", the platform counted ${counted.conversations}`,
    );
    return { conversations: counted.conversations, escalatedShare: counted.escalatedShare };
  });
  await stage.look(console_, 'dashboard', { phone: true });

  await stage.step('the conversation is in the list', async () => {
    await console_.goto('/admin/conversations');
    const link = console_.locator(`a[href$="/conversations/${conversation}"]`).first();
    await link.waitFor();
    await stage.look(console_, 'conversations');
    await link.click();
  });
  const decision = await stage.step('the decision is drawn step by step', async () => {
    const transcript = console_.getByRole('log', { name: 'Transcript' });
    await transcript.getByRole('button', { name: /Why\?/ }).first().click();
    await console_.getByRole('heading', { name: /^Decision 1 of/ }).waitFor();
    const drawn = await console_.getByRole('heading', { level: 3 }).allInnerTexts();
    for (const station of STATIONS) {
      hold(drawn.some((title) => title.includes(station)), `"${station}" is missing among ${drawn.join(', ')}`);
    }
    const record = await (await console_.request.get(`/api/v1/conversations/${conversation}`)).json();
    const { rule, route, operations, release } = record.decisions[0];
    const text = await console_.locator('main').innerText();
    hold(text.includes(rule), `the deciding rule ${rule} is not shown`);
    for (const { plugin } of operations) hold(text.includes(plugin), `the called plugin ${plugin} is not shown`);
    return { rule, route, release, operations: operations.map(({ name }) => name) };
  });
  await stage.look(console_, 'decision', { phone: true });
  return { conversation, dashboard, decision };
});
