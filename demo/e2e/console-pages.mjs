// An administrator goes through the rest of the console: knowledge, plugins, team, audit; and the chain of the audit is intact.
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const PAGES = ['knowledge', 'intents', 'plugins', 'team', 'audit', 'releases'];

await journey('console-pages', async (stage) => {
  const { page } = await stage.step('an administrator signs in', () =>
    signedIn(stage, 'meridian', 'ADMIN', '/admin/'),
  );
  const seen = {};
  for (const name of PAGES) {
    await stage.step(`the page ${name} shows what there is`, async () => {
      await page.goto(`/admin/${name}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
      const text = await page.locator('main').innerText();
      hold(!/could not be loaded|This page broke/.test(text), `the page says: ${text.slice(0, 300)}`);
      seen[name] = text.slice(0, 120);
    });
    await stage.look(page, name, { phone: true });
  }
  await stage.step('what the agent said is there to be accepted', async () => {
    const { items } = await (await page.request.get('/api/v1/intents/suggestions')).json();
    hold(
      items.some(({ intent }) => intent === 'report_fraud'),
      `no such suggestion: ${JSON.stringify(items)}`,
    );
    await page.goto('/admin/intents');
    await page.getByRole('tab', { name: /From agents/ }).click();
    await page.getByRole('button', { name: /^Accept/ }).first().waitFor();
  });
  await stage.look(page, 'suggestions', { phone: true });
  const audit = await stage.step('the audit chain is intact', async () => {
    const answer = await page.request.post('/api/v1/audit/verify', {
      headers: { 'X-Openteller-Request': '1' },
    });
    hold(answer.status() === 200, `the check of the chain was answered with ${answer.status()}`);
    const verdict = await answer.json();
    hold(verdict.intact && verdict.events > 0, `the chain is not intact: ${JSON.stringify(verdict)}`);
    return verdict;
  });
  return { seen, audit };
});
