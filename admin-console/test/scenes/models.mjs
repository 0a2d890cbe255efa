import { busy } from './busy.mjs';

const TALL = { width: 1440, height: 1500 };
const ask = async (page) => {
  await page.getByLabel('Question').fill('What does a new card cost?');
  await page.getByRole('button', { name: 'Ask both' }).click();
  await page.getByText('First word').first().waitFor();
};

export const modelScenes = [
  { name: 'models', path: '/models', size: TALL },
  { name: 'models-week', path: '/models?hours=168&task=ANSWER', size: TALL },
  { name: 'models-empty', path: '/models', world: { empty: true } },
  { name: 'models-error', path: '/models', ...busy('models') },
  { name: 'models-routes', path: '/models?tab=routes' },
  { name: 'route', path: '/models/ANSWER', size: TALL },
  { name: 'route-new', path: '/models/JUDGE' },
  {
    name: 'route-problems',
    path: '/models/ANSWER',
    act: (page) => page.getByRole('button', { name: 'Add a model' }).click(),
  },
  { name: 'models-budgets', path: '/models?tab=budgets' },
  { name: 'models-prices', path: '/models?tab=prices' },
  { name: 'models-prices-empty', path: '/models?tab=prices', world: { empty: true } },
  { name: 'models-calls', path: '/models?tab=calls' },
  { name: 'models-call', path: '/models?tab=calls&call=call-1' },
  {
    name: 'models-replay',
    path: '/models?tab=calls&call=call-1',
    size: { width: 1440, height: 1200 },
    act: async (page) => {
      await page.getByRole('button', { name: 'Ask the same again' }).click();
      await page.getByText('Another answer').waitFor();
    },
  },
  { name: 'models-calls-empty', path: '/models?tab=calls', world: { empty: true } },
  { name: 'models-shadows', path: '/models?tab=shadows' },
  { name: 'models-shadows-empty', path: '/models?tab=shadows', world: { empty: true } },
  { name: 'playground', path: '/models?tab=playground', act: ask },
  { name: 'playground-auditor', path: '/models?tab=playground', world: { role: 'AUDITOR' } },
  { name: 'phone-models', path: '/models', phone: true },
  { name: 'phone-models-routes', path: '/models?tab=routes', phone: true },
  { name: 'phone-route', path: '/models/ANSWER', phone: true },
  { name: 'phone-models-budgets', path: '/models?tab=budgets', phone: true },
  { name: 'phone-models-calls', path: '/models?tab=calls', phone: true },
  { name: 'phone-playground', path: '/models?tab=playground', phone: true, act: ask },
];
