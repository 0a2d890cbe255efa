// An administrator goes through the rest of the console: every page stands, bad files are told apart from good ones, nothing
// written is lost by a link, an archived document comes back through review; and the chain of the audit is intact.
import { hold, journey } from './stage/journey.mjs';
import { signedIn } from './stage/staff.mjs';

const PAGES = ['knowledge', 'sources', 'gaps', 'wording', 'models', 'intents', 'plugins', 'approvals', 'team', 'audit', 'releases'];
/** Hold nothing yet in the demo; their pictures would show that alone. */
const EMPTY = ['wording', 'models', 'approvals'];
const SHELVED = 'stop-payment';
const FILES = [
  { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  { name: 'coin-counting.md', mimeType: 'text/markdown', buffer: Buffer.from('Coins are counted on Tuesdays.') },
];

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
    if (!EMPTY.includes(name)) await stage.look(page, name, { phone: true });
  }
  await stage.step('a file without a byte has its own result and stops no other', async () => {
    await page.goto('/admin/knowledge?upload=true');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Choose files' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(FILES);
    await dialog.getByText('All files were read').waitFor();
    const text = await dialog.innerText();
    hold(/nothing\.txt\s+The file is empty/.test(text), `the empty file: ${text}`);
    hold(/coin-counting\.md\s+Stored as a draft/.test(text), `the other file: ${text}`);
    await dialog.getByRole('link', { name: 'Open draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'Coin counting' }).waitFor();
  });
  await stage.step('text that is not stored is not lost by a link', async () => {
    await page.getByRole('button', { name: 'Edit' }).click();
    const field = page.getByRole('textbox', { name: /^Text of/ });
    await field.fill('Coins are counted on Thursdays.');
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByRole('button', { name: 'Keep writing' }).click();
    hold((await field.inputValue()).includes('Thursdays'), 'what was written is gone');
    await page.getByRole('link', { name: 'Library' }).first().click();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
  });
  await stage.step('an archived document comes back, and through review', async () => {
    await page.goto(`/admin/knowledge/${SHELVED}`);
    await page.getByRole('button', { name: 'Archive' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Version 1 is revoked/).waitFor();
    await dialog.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText('Restored: version 2 waits for review').waitFor();
  });
  await stage.step('the rules of categories can be read', async () => {
    await page.goto('/admin/knowledge?rules=true');
    await page.getByRole('dialog').getByRole('rowheader', { name: 'Cards' }).waitFor();
  });
  await stage.look(page, 'rules', { phone: true });
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
