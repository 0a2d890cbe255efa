import { busy } from './busy.mjs';
import { buildByKeyboard } from './procedure-keyboard.mjs';

const WIDE = { width: 1600, height: 950 };
const BLOCK = '/procedures/block-card';
const step = (page, id) => page.getByRole('button', { name: new RegExp(`^${id}`) }).first();
const onCanvas = async (page, id) => {
  await page.locator(`.react-flow__node[data-id="${id}"]`).click();
  await page.getByRole('heading', { name: id, exact: true }).waitFor();
};
const begin = async (page) => {
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('button', { name: 'Proven', exact: true }).click();
  await page.getByRole('button', { name: 'RuPay card ending 4821' }).click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).waitFor();
};
const meanwhile = async (page, state) => {
  const { draft } = state.world.procedures[0];
  draft.etag = 'e-other';
  draft.definition.nodes.which.attempts = 5;
  await page.getByRole('tab', { name: 'Procedure', exact: true }).click();
  await page.getByRole('textbox', { name: 'English' }).first().fill('Block a lost card');
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByText('saved a draft').waitFor();
};

export const procedureScenes = [
  { name: 'procedures', path: '/procedures' },
  { name: 'procedures-empty', path: '/procedures', world: { empty: true } },
  { name: 'procedures-none', path: '/procedures?q=nothing-like-it' },
  { name: 'procedures-error', path: '/procedures', ...busy('procedures') },
  { name: 'procedures-new', path: '/procedures?new=true' },
  {
    name: 'procedures-import',
    path: '/procedures?import=true',
    act: async (page) => {
      await page.getByLabel('Or paste it here').fill('nodes: {}');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText('Read: 1 step').waitFor();
    },
  },
  { name: 'procedure', path: BLOCK, size: WIDE, ready: '.react-flow__node' },
  {
    name: 'procedure-step',
    path: BLOCK,
    size: WIDE,
    ready: '.react-flow__node',
    act: (page) => onCanvas(page, 'which'),
  },
  {
    name: 'procedure-operation',
    path: BLOCK,
    size: WIDE,
    ready: '.react-flow__node',
    act: (page) => onCanvas(page, 'block'),
  },
  { name: 'procedure-problems', path: `${BLOCK}?panel=problems`, size: WIDE, ready: '.react-flow__node' },
  { name: 'procedure-about', path: `${BLOCK}?panel=procedure`, size: WIDE, ready: '.react-flow__node' },
  {
    name: 'procedure-picker',
    path: BLOCK,
    size: WIDE,
    ready: '.react-flow__node',
    act: async (page) => {
      await onCanvas(page, 'list');
      await page.locator('.react-flow').first().focus();
      await page.keyboard.press('Tab');
      await page.keyboard.type('card');
      await page.getByRole('option', { name: /Block a card/ }).waitFor();
    },
  },
  {
    name: 'procedure-leads',
    path: BLOCK,
    size: WIDE,
    ready: '.react-flow__node',
    act: async (page) => {
      await onCanvas(page, 'block');
      for (const words of ['replace a card as another', 'notify as told']) {
        await page.locator('.react-flow').first().focus();
        await page.keyboard.press('n');
        await page.keyboard.type(words);
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await page.keyboard.press('w');
      await page.getByText('7 ways of 3 steps lead nowhere yet').waitFor();
    },
  },
  {
    name: 'procedure-find',
    path: BLOCK,
    size: WIDE,
    ready: '.react-flow__node',
    act: async (page) => {
      await page.keyboard.press('f');
      await page.keyboard.type('card');
      await page.getByRole('option', { name: /which/ }).waitFor();
    },
  },
  {
    name: 'procedure-keys',
    path: BLOCK,
    size: WIDE,
    ready: '.react-flow__node',
    act: async (page) => {
      await onCanvas(page, 'bye');
      await page.keyboard.press('?');
      await page.getByText('Next step with a problem').first().waitFor();
    },
  },
  {
    name: 'procedure-copy',
    path: BLOCK,
    size: WIDE,
    ready: '.react-flow__node',
    act: async (page) => {
      await onCanvas(page, 'block');
      await page.keyboard.press('F8');
      await page.getByRole('button', { name: 'Copy the English text' }).waitFor();
    },
  },
  {
    name: 'procedure-outline',
    path: `${BLOCK}?view=outline`,
    size: WIDE,
    act: (page) => step(page, 'sure').click(),
  },
  {
    name: 'procedure-test',
    path: `${BLOCK}?panel=test`,
    size: WIDE,
    ready: '.react-flow__node',
    act: begin,
  },
  {
    name: 'procedure-replay',
    path: `${BLOCK}?panel=test`,
    size: WIDE,
    ready: '.react-flow__node',
    act: async (page) => {
      await page.getByRole('tab', { name: 'Replay a conversation' }).click();
      await page.getByRole('combobox', { name: 'Conversation' }).fill('c-1');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Replay', exact: true }).click();
      await page.getByText('It now goes on').waitFor();
    },
  },
  {
    name: 'procedure-publish',
    path: BLOCK,
    act: async (page) => {
      await page.getByRole('button', { name: 'Publish…' }).click();
      await page.getByText('No step has a problem').waitFor();
    },
  },
  { name: 'procedure-conflict', path: BLOCK, size: WIDE, errors: true, act: meanwhile },
  {
    name: 'procedure-unsaved',
    path: `${BLOCK}?panel=procedure`,
    size: WIDE,
    errors: true,
    before: (state) => state.world.failing.add('/draft'),
    act: async (page) => {
      await page.getByRole('textbox', { name: 'English' }).first().fill('Block a lost card');
      await page.getByText('Not saved').waitFor();
    },
  },
  {
    name: 'procedure-review',
    path: '/procedures/balance?page=review',
    size: WIDE,
    ready: '.react-flow__node',
  },
  { name: 'procedure-waiting', path: '/procedures/balance', size: WIDE, ready: '.react-flow__node' },
  {
    name: 'procedure-versions',
    path: `${BLOCK}?page=versions`,
    size: { width: 1440, height: 1300 },
    ready: '.react-flow__node',
  },
  { name: 'procedure-missing', path: '/procedures/nothing', errors: true, ready: '[role=alert]' },
  {
    name: 'procedure-blank',
    path: '/procedures?new=true',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Title' }).fill('Dispute a payment');
      await page.getByRole('button', { name: 'Create the draft' }).click();
      await page.getByText('An empty canvas', { exact: true }).waitFor();
    },
  },
  { name: 'procedure-keyboard', path: '/procedures?new=true', size: WIDE, act: buildByKeyboard },
  {
    name: 'auditor-procedure',
    path: BLOCK,
    size: WIDE,
    world: { role: 'AUDITOR' },
    ready: '.react-flow__node',
    act: (page) => onCanvas(page, 'which'),
  },
  { name: 'phone-procedures', path: '/procedures', phone: true },
  {
    name: 'phone-procedure',
    path: BLOCK,
    phone: true,
    act: (page) => step(page, 'which').scrollIntoViewIfNeeded(),
  },
  { name: 'phone-procedure-step', path: BLOCK, phone: true, act: (page) => step(page, 'which').click() },
  {
    name: 'phone-procedure-test',
    path: BLOCK,
    phone: true,
    act: async (page) => {
      await page.getByRole('button', { name: 'Test run' }).click();
      await begin(page);
    },
  },
  { name: 'phone-procedure-review', path: '/procedures/balance?page=review', phone: true },
];
